package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.Metric;
import java.math.RoundingMode;
import java.time.Duration;

/** Tells a reading in words. */
final class EvidenceText {

    /** Crossings further away than this are no use to anybody. */
    private static final double FAR_SECONDS = 30;

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
        Duration real = Duration.ofMillis(Math.round(1000 * seconds * cadence.factor()));
        return DurationText.of(real, RoundingMode.HALF_UP);
    }
}
