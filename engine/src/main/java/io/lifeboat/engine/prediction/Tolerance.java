package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Metric;
import java.util.List;

/**
 * How much of a signal a component bears.
 *
 * @param metric the signal; it belongs to a component
 * @param limit value at which the component counts as failed, in the metric's unit
 * @param direction on which side of the limit failure lies
 * @param noiseFloor smallest rise above own history and above the peers that counts at all, in the metric's unit;
 *     positive. Everything below is noise, however steep
 * @param weight how much a crossing of this signal alone proves, above 0 and at most 1; below 1 for signals that load
 *     moves too
 */
public record Tolerance(Metric metric, double limit, Direction direction, double noiseFloor, double weight) {

    /** On which side of the limit failure lies. */
    public enum Direction {
        /** Higher values are worse. */
        ABOVE,
        /** Lower values are worse. */
        BELOW
    }

    public Tolerance {
        if (metric.component().isEmpty()) {
            throw new IllegalArgumentException(
                    "metric (%s) must belong to a component.%nMaybe choose one of CPU, MEMORY, DISK or NETWORK."
                            .formatted(metric));
        }
        if (!Double.isFinite(limit)) {
            throw new IllegalArgumentException("limit (%s) of %s must be finite.".formatted(limit, metric));
        }
        if (!(noiseFloor > 0) || Double.isInfinite(noiseFloor)) {
            throw new IllegalArgumentException(
                    "noiseFloor (%s) of %s must be positive and finite.".formatted(noiseFloor, metric));
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "weight (%s) of %s must be above 0 and at most 1.".formatted(weight, metric));
        }
    }

    /**
     * Tolerances for nodes that are small groups of processes. Engineering choices, not manufacturer data: throttled and
     * steal time, errors and loss are zero on a healthy node, so their noise floors are small; latencies move with load,
     * so theirs are large and they prove less. Utilisation and pressure have no tolerance on purpose: load is no fault.
     */
    public static List<Tolerance> defaults() {
        return List.of(
                above(Metric.CPU_THROTTLED, 0.8, 0.08, 1),
                above(Metric.CPU_STEAL, 0.8, 0.08, 1),
                above(Metric.CPU_TEMPERATURE, 95, 8, 0.8),
                above(Metric.MEMORY_CORRECTED_ERRORS, 40, 4, 1),
                above(Metric.MEMORY_UNCORRECTED_ERRORS, 1, 1, 1),
                above(Metric.DISK_LATENCY, 0.5, 0.08, 0.7),
                above(Metric.DISK_ERRORS, 10, 2, 1),
                above(Metric.NETWORK_ROUND_TRIP, 0.3, 0.06, 0.7),
                above(Metric.NETWORK_LOSS, 0.8, 0.15, 1),
                above(Metric.NETWORK_RETRANSMITS, 40, 8, 0.8));
    }

    private static Tolerance above(Metric metric, double limit, double noiseFloor, double weight) {
        return new Tolerance(metric, limit, Direction.ABOVE, noiseFloor, weight);
    }
}
