package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Metric;
import java.util.Locale;

/** Signals and their values in words. */
public final class MetricText {

    private MetricText() {}

    /** What people call the signal. */
    public static String name(Metric metric) {
        return switch (metric) {
            case CPU_THROTTLED -> "throttled";
            case CPU_STEAL -> "stopped from outside";
            case CPU_TEMPERATURE -> "temperature";
            case MEMORY_CORRECTED_ERRORS -> "corrected memory errors";
            case MEMORY_UNCORRECTED_ERRORS -> "uncorrected memory errors";
            case DISK_LATENCY -> "time of a write";
            case DISK_ERRORS -> "failed reads and writes";
            case NETWORK_ROUND_TRIP -> "round trip";
            case NETWORK_LOSS -> "lost probes";
            case NETWORK_RETRANSMITS -> "probes sent again";
            default -> metric.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** A value in the unit people read it in. */
    public static String amount(Metric metric, double value) {
        boolean time = metric == Metric.CPU_THROTTLED || metric == Metric.CPU_STEAL;
        return switch (metric.unit()) {
            case "share" -> percent(value) + (time ? " of the time" : "");
            case "s" -> String.format(Locale.ROOT, "%.0f ms", value * 1000);
            case "1/s" -> String.format(Locale.ROOT, "%.1f/s", value);
            default -> String.format(Locale.ROOT, "%.1f %s", value, metric.unit());
        };
    }

    /** A difference of two values; shares differ by points. */
    public static String difference(Metric metric, double value) {
        return metric.unit().equals("share")
                ? String.format(Locale.ROOT, "%.0f points", value * 100)
                : amount(metric, value);
    }

    /** A share in percent. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
