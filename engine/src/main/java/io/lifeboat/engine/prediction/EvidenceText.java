package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.Metric;
import java.util.Locale;

/** Tells a reading in words. */
final class EvidenceText {

    /** Crossings further away than this are no use to anybody. */
    private static final double FAR_SECONDS = 30;

    private static final double MINUTES_FROM = 120;
    private static final double HOURS_FROM = 2 * 3600;
    private static final double DAY = 24 * 3600;
    private static final double DAYS_FROM = 2 * DAY;

    private EvidenceText() {}

    static String of(SignalReading reading, Cadence cadence) {
        Metric metric = reading.tolerance().metric();
        double sign = reading.tolerance().direction() == Tolerance.Direction.ABOVE ? 1 : -1;
        StringBuilder text = new StringBuilder(MetricText.name(metric))
                .append(' ')
                .append(MetricText.amount(metric, sign * reading.level()))
                .append(", ")
                .append(MetricText.difference(metric, reading.level() - reading.own()))
                .append(sign > 0 ? " above" : " below")
                .append(" its own history, ");
        text.append(
                Double.isNaN(reading.peers())
                        ? "no peers"
                        : "peers " + MetricText.amount(metric, sign * reading.peers()));
        double left = sign * reading.tolerance().limit() - reading.level();
        String limit = "the tolerance of "
                + MetricText.amount(metric, reading.tolerance().limit());
        if (left <= 0) {
            text.append("; is beyond ").append(limit);
        } else if (reading.slope() > 0 && left / reading.slope() < FAR_SECONDS) {
            text.append("; crosses ").append(limit).append(" in about ").append(time(left / reading.slope(), cadence));
        } else {
            text.append("; has gone ")
                    .append(MetricText.percent(reading.distance()))
                    .append(" of the way to ")
                    .append(limit);
        }
        return text.toString();
    }

    private static String time(double seconds, Cadence cadence) {
        double real = seconds * cadence.factor();
        if (real < MINUTES_FROM) {
            return String.format(Locale.ROOT, "%.1f s", real);
        }
        boolean days = real >= DAYS_FROM;
        boolean hours = !days && real >= HOURS_FROM;
        return String.format(
                Locale.ROOT, "%.0f %s", real / (days ? DAY : hours ? 3600 : 60), days ? "days" : hours ? "h" : "min");
    }
}
