package io.lifeboat.engine.history;

import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Telemetry as lines: time, node, and a column for each metric, empty where the signal is missing. Numbers are written so
 * that they read back to the same bits ({@link Double#toString}).
 *
 * @param columns the metrics in the order of the columns
 */
record TelemetryCsv(List<Metric> columns) {

    private static final List<String> FIRST = List.of("at", "node");

    static final TelemetryCsv CURRENT = new TelemetryCsv(List.of(Metric.values()));

    /**
     * Reads a header.
     *
     * @throws IllegalArgumentException if it is not one, or names a metric that this version does not know
     */
    static TelemetryCsv ofHeader(String line) {
        List<String> names = Csv.split(line);
        if (names.size() < FIRST.size() || !names.subList(0, FIRST.size()).equals(FIRST)) {
            throw new IllegalArgumentException("the header (%s) must begin with %s".formatted(line, FIRST));
        }
        return new TelemetryCsv(names.subList(FIRST.size(), names.size()).stream()
                .map(TelemetryCsv::metric)
                .toList());
    }

    private static Metric metric(String name) {
        try {
            return Metric.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no metric of this version. Maybe a newer one wrote the file.".formatted(name), e);
        }
    }

    String header() {
        List<String> names = new ArrayList<>(FIRST);
        columns.forEach(metric -> names.add(metric.name().toLowerCase(Locale.ROOT)));
        return Csv.join(names);
    }

    String line(TelemetryFrame frame) {
        List<String> fields = new ArrayList<>(FIRST.size() + columns.size());
        fields.add(frame.at().toString());
        fields.add(frame.node());
        for (Metric metric : columns) {
            Double value = frame.values().get(metric);
            fields.add(value == null ? "" : Double.toString(value));
        }
        return Csv.join(fields);
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it has another number of fields or a value is not of its kind
     */
    TelemetryFrame frame(String line) {
        List<String> fields = Csv.split(line);
        if (fields.size() != FIRST.size() + columns.size()) {
            throw new IllegalArgumentException(
                    "it has %d fields, but the header has %d".formatted(fields.size(), FIRST.size() + columns.size()));
        }
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        for (int i = 0; i < columns.size(); i++) {
            String field = fields.get(FIRST.size() + i);
            if (!field.isEmpty()) {
                values.put(columns.get(i), Double.valueOf(field));
            }
        }
        return new TelemetryFrame(fields.get(1), instant(fields.get(0)), values);
    }

    static Instant instant(String field) {
        try {
            return Instant.parse(field);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"%s\" is no time such as 2026-01-31T12:00:00.5Z".formatted(field), e);
        }
    }
}
