package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.model.logs.Severity;
import io.lifeboat.engine.model.logs.TemplateMiner;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Log files as rates: lines a second of each severity, and of kinds never seen before. */
final class LogImporter implements Importer {

    private static final double SIMILARITY = 0.5;
    private static final int MOST_TEMPLATES = 10_000;
    private static final int LONGEST = 160;

    /** What counts of a line. */
    private record Line(LogMapping.Entry entry, boolean isNew) {}

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String usage() {
        return "log --mapping FILE --input FILE…: plain log files";
    }

    @Override
    public Set<String> options() {
        return Set.of("mapping");
    }

    @Override
    public Imported read(ImportOptions options) throws IOException {
        LogMapping mapping = LogMapping.read(options.file("mapping"));
        Problems problems = new Problems();
        List<LogMapping.Entry> entries = new ArrayList<>();
        int[] skipped = {0};
        for (SourceFile file : options.inputs()) {
            file.forEachLine((number, text) -> {
                try {
                    mapping.entry(text, file)
                            .ifPresentOrElse(
                                    entries::add, () -> unmatched(mapping, file, number, text, problems, skipped));
                } catch (BadValueException e) {
                    problems.add(file.path(), number, String.valueOf(e.getMessage()));
                }
            });
        }
        problems.check();
        entries.sort(Comparator.comparing(LogMapping.Entry::at));
        TemplateMiner miner = new TemplateMiner(SIMILARITY, MOST_TEMPLATES);
        List<TelemetryFrame> frames = frames(lines(entries, miner), new Buckets(mapping.period()));
        return new Imported(
                frames,
                List.of(),
                List.of("%d lines with %d templates; %d lines of another form."
                        .formatted(entries.size(), miner.templates().size(), skipped[0])));
    }

    private static void unmatched(
            LogMapping mapping, SourceFile file, int number, String text, Problems problems, int[] skipped) {
        if (mapping.skipsUnmatched() || text.isBlank()) {
            skipped[0]++;
        } else {
            problems.add(
                    file.path(),
                    number,
                    "\"%s\" does not match the pattern of a line. Maybe widen it, or add \"unmatched = skip\"."
                            .formatted(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
        }
    }

    private static Map<String, List<Line>> lines(List<LogMapping.Entry> entries, TemplateMiner miner) {
        Map<String, List<Line>> nodes = new TreeMap<>();
        int known = 0;
        for (LogMapping.Entry entry : entries) {
            boolean isNew = miner.add(entry.message()).id() >= known;
            known += isNew ? 1 : 0;
            nodes.computeIfAbsent(entry.node(), key -> new ArrayList<>()).add(new Line(entry, isNew));
        }
        return nodes;
    }

    private static List<TelemetryFrame> frames(Map<String, List<Line>> nodes, Buckets buckets) {
        List<TelemetryFrame> frames = new ArrayList<>();
        nodes.forEach((node, lines) -> frames.addAll(buckets.frames(
                lines,
                line -> line.entry().at(),
                (end, some) -> new TelemetryFrame(node, end, values(some, buckets.seconds())))));
        frames.sort(Comparator.comparing(TelemetryFrame::at));
        return frames;
    }

    private static Map<Metric, Double> values(List<Line> lines, double seconds) {
        Map<Severity, Long> count = lines.stream()
                .collect(Collectors.groupingBy(line -> line.entry().severity(), Collectors.counting()));
        long fatal = count.getOrDefault(Severity.FATAL, 0L);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.LOG_FATAL, fatal / seconds);
        values.put(Metric.LOG_ERRORS, (fatal + count.getOrDefault(Severity.ERROR, 0L)) / seconds);
        values.put(Metric.LOG_WARNINGS, count.getOrDefault(Severity.WARNING, 0L) / seconds);
        values.put(Metric.LOG_NEW_TEMPLATES, lines.stream().filter(Line::isNew).count() / seconds);
        return values;
    }
}
