package io.lifeboat.engine.simulation;

import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.EnumMap;
import java.util.SplittableRandom;

/** What a simulated node reports: seeded noise of a healthy node that grows with load, plus its impairments. */
final class SimulatedTelemetry {

    private SimulatedTelemetry() {}

    static TelemetryFrame frame(SimulatedNode node, Instant at) {
        EnumMap<Metric, Double> values = new EnumMap<>(Metric.class);
        cpu(node, values);
        memory(node, values);
        disk(node, values);
        network(node, values);
        return new TelemetryFrame(node.id, at, values);
    }

    private static void cpu(SimulatedNode node, EnumMap<Metric, Double> values) {
        SplittableRandom random = node.random;
        double throttle = node.severity(Impairment.CPU_THROTTLE);
        double steal = node.severity(Impairment.CPU_STEAL);
        double lost = Math.max(throttle, steal);
        double demand = 0.2 * node.load() * (1 + 0.5 * noise(random));
        values.put(Metric.CPU_UTILISATION, share(Math.min(demand, 1 - lost)));
        values.put(Metric.CPU_THROTTLED, throttle == 0 ? 0 : share(throttle + 0.08 * noise(random)));
        values.put(Metric.CPU_STEAL, share(steal + 0.01 * Math.abs(noise(random))));
        values.put(Metric.CPU_PRESSURE, share(demand * demand + 0.6 * lost + 0.1 * Math.abs(noise(random))));
    }

    private static void memory(SimulatedNode node, EnumMap<Metric, Double> values) {
        SplittableRandom random = node.random;
        double errors = node.severity(Impairment.MEMORY_ERRORS);
        values.put(Metric.MEMORY_USED, share(0.4 + 0.02 * noise(random)));
        values.put(Metric.MEMORY_CORRECTED_ERRORS, Math.max(0, 120 * errors * (1 + 0.5 * noise(random))));
        values.put(Metric.MEMORY_UNCORRECTED_ERRORS, errors > 0.8 ? 20 * (errors - 0.8) : 0);
        values.put(Metric.MEMORY_PRESSURE, share(0.01 * Math.abs(noise(random))));
    }

    private static void disk(SimulatedNode node, EnumMap<Metric, Double> values) {
        SplittableRandom random = node.random;
        double slow = node.severity(Impairment.DISK_LATENCY);
        values.put(Metric.DISK_LATENCY, (0.004 + slow) * (1 + 0.5 * noise(random)));
        values.put(Metric.DISK_ERRORS, 0.0);
        values.put(Metric.DISK_USED, 0.35);
    }

    private static void network(SimulatedNode node, EnumMap<Metric, Double> values) {
        SplittableRandom random = node.random;
        double loss = node.severity(Impairment.NETWORK_LOSS);
        double slow = 0.4 * node.severity(Impairment.NETWORK_LATENCY);
        double roundTrip = 0.001 * node.load() * (1 + 0.8 * noise(random)) + slow * (1 + 0.1 * noise(random));
        values.put(Metric.NETWORK_ROUND_TRIP, roundTrip + 0.2 * loss);
        values.put(Metric.NETWORK_LOSS, loss == 0 ? 0 : share(loss + 0.15 * noise(random)));
        values.put(Metric.NETWORK_RETRANSMITS, Math.max(0, 50 * loss * (1 + 0.5 * noise(random))));
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Triangular between -1 and 1: bounded and cheap. */
    private static double noise(SplittableRandom random) {
        return random.nextDouble() + random.nextDouble() - 1;
    }
}
