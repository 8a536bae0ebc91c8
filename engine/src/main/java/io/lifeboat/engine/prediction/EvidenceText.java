package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Metric;
import java.util.Locale;

/** Tells a reading in words. */
final class EvidenceText {

    /** Crossings further away than this are no use to anybody. */
    private static final double FAR_SECONDS = 30;

    private EvidenceText() {}

    static String of(SignalReading reading) {
        Metric metric = reading.tolerance().metric();
        double sign = reading.tolerance().direction() == Tolerance.Direction.ABOVE ? 1 : -1;
        StringBuilder text = new StringBuilder(name(metric))
                .append(' ')
                .append(amount(metric, sign * reading.level()))
                .append(", ")
                .append(difference(metric, reading.level() - reading.own()))
                .append(sign > 0 ? " above" : " below")
                .append(" its own history, ");
        text.append(Double.isNaN(reading.peers()) ? "no peers" : "peers " + amount(metric, sign * reading.peers()));
        double left = sign * reading.tolerance().limit() - reading.level();
        String limit = "the tolerance of " + amount(metric, reading.tolerance().limit());
        if (left <= 0) {
            text.append("; is beyond ").append(limit);
        } else if (reading.slope() > 0 && left / reading.slope() < FAR_SECONDS) {
            text.append(String.format(Locale.ROOT, "; crosses %s in about %.1f s", limit, left / reading.slope()));
        } else {
            text.append("; has gone ")
                    .append(percent(reading.distance()))
                    .append(" of the way to ")
                    .append(limit);
        }
        return text.toString();
    }

    private static String name(Metric metric) {
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

    private static String amount(Metric metric, double value) {
        boolean time = metric == Metric.CPU_THROTTLED || metric == Metric.CPU_STEAL;
        return switch (metric.unit()) {
            case "share" -> percent(value) + (time ? " of the time" : "");
            case "s" -> String.format(Locale.ROOT, "%.0f ms", value * 1000);
            case "1/s" -> String.format(Locale.ROOT, "%.1f/s", value);
            default -> String.format(Locale.ROOT, "%.1f %s", value, metric.unit());
        };
    }

    private static String difference(Metric metric, double value) {
        return metric.unit().equals("share")
                ? String.format(Locale.ROOT, "%.0f points", value * 100)
                : amount(metric, value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
