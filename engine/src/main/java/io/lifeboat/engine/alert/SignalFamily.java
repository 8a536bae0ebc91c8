package io.lifeboat.engine.alert;

import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.telemetry.Metric;
import java.util.Locale;

/**
 * What signals, or models, are no independent witnesses of each other: those of one family rest on the same counter, or on the same
 * way of looking at it.
 */
public interface SignalFamily {

    /** Families by the counter behind a metric, and by how a model judges. */
    static SignalFamily defaults() {
        return new SignalFamily() {
            @Override
            public String of(Evidence evidence) {
                return ofMetric(evidence.metric());
            }

            @Override
            public String of(Opinion opinion) {
                return ofModel(opinion.model());
            }

            @Override
            public boolean isFatal(Evidence evidence) {
                Metric metric = evidence.metric();
                return evidence.course() == Evidence.Course.BEYOND_LIMIT
                        || metric == Metric.MEMORY_UNCORRECTED_ERRORS
                        || metric == Metric.DISK_ERRORS;
            }
        };
    }

    /** The family of a signal that speaks. */
    String of(Evidence evidence);

    /** The family of a model that gives an opinion. */
    String of(Opinion opinion);

    /** The family of the signal on which an opinion rests; all that name none are one family. */
    default String ofSignal(Opinion opinion) {
        return opinion.about()
                .map(metric -> of(new Evidence(metric, metric.name(), 1)))
                .orElse(Voice.UNNAMED);
    }

    /** Whether the signal needs no second witness: it does not warn of a failure, it is one. */
    boolean isFatal(Evidence evidence);

    private static String ofMetric(Metric metric) {
        return switch (metric) {
            // A retransmission is what a lost probe leads to, and a multi-bit error is found by the counter of
            // single-bit ones.
            case NETWORK_LOSS, NETWORK_RETRANSMITS -> "network loss";
            case MEMORY_CORRECTED_ERRORS, MEMORY_UNCORRECTED_ERRORS -> "memory errors";
            // Pressure is time spent waiting for the same resource.
            case CPU_UTILISATION, CPU_PRESSURE -> "processor load";
            case MEMORY_USED, MEMORY_PRESSURE -> "memory load";
            case DISK_LATENCY, DISK_PRESSURE -> "disk latency";
            default -> metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static String ofModel(String model) {
        return switch (model) {
            case "gradient boosting", "random forest" -> "learned from failures";
            case "own history", "random cut forest" -> "unusual";
            case "trend", "forecast" -> "trend";
            default -> model;
        };
    }
}
