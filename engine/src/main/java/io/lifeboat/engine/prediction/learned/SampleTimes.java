package io.lifeboat.engine.prediction.learned;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Thins the moments that are learned from: one a node and horizon, so that no failure counts more than once and the moments are about
 * independent, and fewer in a fleet so large that the memory would overflow. Nodes take turns, by steps of the golden ratio.
 */
final class SampleTimes {

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final Duration horizon;
    private final int memory;

    /** Only looked up by node, never walked through. */
    private final Map<String, Instant> next = new HashMap<>();

    /** @param memory so many predictions of all nodes may wait for their outcome */
    SampleTimes(Duration horizon, int memory) {
        this.horizon = horizon;
        this.memory = memory;
    }

    boolean isDue(String node, Instant now) {
        Instant due = next.get(node);
        if (due == null) {
            double turn = (next.size() + 1) * GOLDEN % 1;
            next.put(node, now.plusNanos((long) (turn * horizon.toNanos())));
            return false;
        }
        if (now.isBefore(due)) {
            return false;
        }
        next.put(node, now.plus(interval()));
        return true;
    }

    void forget(Collection<String> nodes) {
        nodes.forEach(next::remove);
    }

    /** A prediction waits for two horizons, see {@link AdaptiveMerger}. */
    private Duration interval() {
        long nanos = horizon.toNanos();
        return Duration.ofNanos((long) Math.max(nanos, 2.0 * nanos * next.size() / memory));
    }
}
