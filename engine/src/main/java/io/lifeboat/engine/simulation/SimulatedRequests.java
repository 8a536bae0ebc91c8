package io.lifeboat.engine.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How a node answers. Latency = 2 ms (0.8 to 1.4 of it) / (1 - processor time lost) + added round trip + 200 ms for
 * each lost packet; after 15 losses in a row the client gives up. A crashed node refuses at once, a cut one runs into
 * the client's time-out of 1 s. Uncorrected memory errors fail one request in twenty.
 */
final class SimulatedRequests {

    private static final double BASE_MILLIS = 2;
    private static final double RETRY_MILLIS = 200;
    private static final double LATENCY_MILLIS = 400;
    private static final int MAX_LOSSES = 15;
    private static final Duration REFUSED = Duration.ofMillis(1);
    private static final Duration TIME_OUT = Duration.ofSeconds(1);

    private SimulatedRequests() {}

    static SimulatedResponse answer(SimulatedNode node, Duration hold, SplittableRandom random) {
        if (!node.isAlive()) {
            return new SimulatedResponse(false, node.isCrashed() ? REFUSED : TIME_OUT, Optional.empty());
        }
        double lost = Math.max(node.severity(Impairment.CPU_THROTTLE), node.severity(Impairment.CPU_STEAL));
        double millis = BASE_MILLIS * (0.8 + 0.6 * random.nextDouble()) / (1 - Math.min(0.98, lost));
        millis += LATENCY_MILLIS * node.severity(Impairment.NETWORK_LATENCY);
        int losses = losses(node.severity(Impairment.NETWORK_LOSS), random);
        millis += losses * RETRY_MILLIS;
        boolean corrupted = node.severity(Impairment.MEMORY_ERRORS) > 0.8 && random.nextInt(20) == 0;
        boolean success = losses < MAX_LOSSES && !corrupted;
        Duration latency = hold.plusNanos((long) (millis * 1e6));
        return new SimulatedResponse(success, latency, success ? Optional.of(node.id) : Optional.empty());
    }

    private static int losses(double probability, SplittableRandom random) {
        int losses = 0;
        while (losses < MAX_LOSSES && random.nextDouble() < probability) {
            losses++;
        }
        return losses;
    }
}
