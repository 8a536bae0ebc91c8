package io.lifeboat.report.html;

import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.Locale;

/** A raw value of telemetry in its unit. */
final class Quantity {

    private Quantity() {}

    static String text(double value, String unit) {
        return switch (unit) {
            case "s" -> Texts.latency(Duration.ofNanos(Math.round(value * 1e9)));
            case "share" -> Texts.percent(value);
            case "1/s" -> String.format(Locale.ROOT, value >= 10 || value == 0 ? "%.0f/s" : "%.1f/s", value);
            default -> String.format(Locale.ROOT, "%.3g %s", value, unit);
        };
    }
}
