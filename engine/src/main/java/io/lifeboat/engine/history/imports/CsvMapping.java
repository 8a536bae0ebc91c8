package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.cluster.Component;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** What the columns of a CSV file mean, by a mapping file. The keys are described in {@code docs/history.md}. */
final class CsvMapping {

    private static final List<String> KEYS = List.of(
            "time",
            "time.format",
            "time.zone",
            "time.year",
            "time.start",
            "time.step",
            "node",
            "node.name",
            "separator",
            "header",
            "missing",
            "metric.",
            "truth.failed",
            "truth.component",
            "truth.cause");

    private final Mapping mapping;
    private final Optional<TimeFormat> format;
    private final List<MetricColumn> metrics = new ArrayList<>();
    private final Set<String> missing;

    private CsvMapping(Mapping mapping) {
        this.mapping = mapping;
        this.format = mapping.get("time").map(column -> mapping.timeFormat());
        this.missing = Set.of(mapping.get("missing").orElse("").split("\\s*,\\s*"));
        mapping.startingWith("metric.").forEach(this::metric);
        check();
    }

    static CsvMapping read(Path path) throws IOException {
        return new CsvMapping(Mapping.read(path, KEYS));
    }

    private void metric(String name, String text) {
        try {
            metrics.add(MetricColumn.parse(name, text));
        } catch (BadValueException e) {
            throw mapping.problem("metric." + name, String.valueOf(e.getMessage()));
        }
    }

    private void check() {
        if (metrics.isEmpty()) {
            throw mapping.problem(
                    "metric.", "no metric. is mapped. Maybe add \"metric.cpu_utilisation = cpu * 0.01\".");
        }
        if (format.isEmpty()) {
            mapping.required("time.step", "time = timestamp");
            start();
        }
        if (mapping.get("node").isEmpty()) {
            mapping.required("node.name", "node = host");
        }
        if (mapping.get("truth.failed").isPresent()) {
            component();
        }
    }

    Table table(SourceFile file) {
        String separator = mapping.get("separator").orElse(",");
        char character = separator.equals("tab") ? '\t' : separator.charAt(0);
        return new Table(file, character, !mapping.get("header").orElse("").equals("none"));
    }

    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>(timeColumns());
        mapping.get("node").ifPresent(columns::add);
        mapping.get("truth.failed").ifPresent(columns::add);
        metrics.forEach(metric -> columns.add(metric.column()));
        return columns;
    }

    private List<String> timeColumns() {
        return mapping.get("time")
                .map(text -> List.of(text.split("\\s+\\+\\s+")))
                .orElse(List.of());
    }

    List<MetricColumn> metrics() {
        return metrics;
    }

    /**
     * When a row was measured.
     *
     * @param index number of the row in its file, from 0
     */
    Instant time(Row row, int index) {
        if (format.isEmpty()) {
            return start().plus(mapping.duration("time.step", Duration.ZERO).multipliedBy(index));
        }
        List<String> texts = timeColumns().stream().map(row::required).toList();
        return format.get().parse(String.join(" + ", timeColumns()), String.join(" ", texts));
    }

    private Instant start() {
        String text = mapping.required("time.start", "time.start = 2026-01-31T12:00:00Z");
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw mapping.problem(
                    "time.start", "time.start = %s is no time. Maybe write 2026-01-31T12:00:00Z.".formatted(text));
        }
    }

    String node(Row row, SourceFile file) {
        return mapping.get("node")
                .map(row::required)
                .orElseGet(() -> mapping.get("node.name").orElseThrow().replace("{file}", file.stem()));
    }

    /** The number in the file; empty if it stands for a missing value. */
    OptionalDouble number(Row row, MetricColumn metric) {
        return missing.contains(row.text(metric.column())) ? OptionalDouble.empty() : row.number(metric.column());
    }

    /** Whether the row says that its node had failed; false if the file does not tell. */
    boolean failed(Row row) {
        return mapping.get("truth.failed")
                .filter(column -> Flags.isSet(column, row.text(column)))
                .isPresent();
    }

    Component component() {
        String text = mapping.required("truth.component", "truth.component = disk");
        Map<String, Component> known = new TreeMap<>();
        Arrays.stream(Component.values()).forEach(one -> known.put(one.name().toLowerCase(Locale.ROOT), one));
        Component component = known.get(text.toLowerCase(Locale.ROOT));
        if (component == null) {
            throw mapping.problem(
                    "truth.component", "\"%s\" is no component. Maybe use one of %s.".formatted(text, known.keySet()));
        }
        return component;
    }

    String cause() {
        return mapping.get("truth.cause").orElse("recorded failure");
    }
}
