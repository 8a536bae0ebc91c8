package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.telemetry.Metric;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which column is which metric.
 *
 * @param metric the signal
 * @param column its name in the file
 * @param scale what to multiply the number in the file with
 * @param offset what to add then
 * @param counter whether the file holds a running total, so that the metric is its rise per second
 */
record MetricColumn(Metric metric, String column, double scale, double offset, boolean counter) {

    private static final String NUMBER = "[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?";
    private static final Pattern FORM =
            Pattern.compile("(.+?)(?:\\s+\\*\\s+(" + NUMBER + "))?(?:\\s+([+-])\\s+(" + NUMBER + "))?");
    private static final Pattern RATE = Pattern.compile("rate\\((.+)\\)");

    /**
     * Reads {@code column}, {@code column * 0.01}, {@code column * 0.5556 - 17.78} or {@code rate(column) * 512}.
     *
     * @param name of the metric, in small letters
     * @throws BadValueException if there is no such metric or the text is none of these
     */
    static MetricColumn parse(String name, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BadValueException("\"%s\" is no column. Maybe write \"column * 0.01\".".formatted(text));
        }
        Matcher rate = RATE.matcher(form.group(1));
        boolean counter = rate.matches();
        double offset = form.group(4) == null
                ? 0
                : number(form.group(4)) * (form.group(3).equals("-") ? -1 : 1);
        return new MetricColumn(
                metric(name),
                counter ? rate.group(1).strip() : form.group(1).strip(),
                form.group(2) == null ? 1 : number(form.group(2)),
                offset,
                counter);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadValueException("\"%s\" is no number. Maybe write 0.01.".formatted(text));
        }
    }

    private static Metric metric(String name) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadValueException("\"%s\" is no metric. Maybe use one of %s."
                        .formatted(name, Arrays.toString(Metric.values()).toLowerCase(Locale.ROOT))));
    }

    /**
     * The metric's value.
     *
     * @throws BadValueException if it cannot be one: a share above 1, or anything but a temperature below 0
     */
    double value(double raw) {
        double value = raw * scale + offset;
        if (metric.unit().equals("share") && value > 1 + 1e-9) {
            throw new BadValueException(
                    "%s is %s, which makes %s, but a share is at most 1. Maybe scale it: \"%s * 0.01\"."
                            .formatted(column, raw, value, column));
        }
        if (value < 0 && !metric.unit().equals("°C")) {
            throw new BadValueException(
                    "%s is %s, which makes %s, but %s cannot be below 0. Maybe it stands for a missing value: add \"missing = %s\"."
                            .formatted(column, raw, value, metric.name().toLowerCase(Locale.ROOT), raw));
        }
        return metric.unit().equals("share") ? Math.min(1, value) : value;
    }
}
