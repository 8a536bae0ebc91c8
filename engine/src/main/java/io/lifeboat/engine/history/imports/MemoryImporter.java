package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Error logs of memory modules, one file each, and the tickets of those that were replaced. */
final class MemoryImporter implements Importer {

    private static final Duration PERIOD = Duration.ofHours(1);

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public String usage() {
        return "memory --input FILE… [--tickets FILE] [--period 1h]: memory errors, a file a module, which is called as the file";
    }

    @Override
    public Set<String> options() {
        return Set.of("tickets", "period");
    }

    @Override
    public Imported read(ImportOptions options) throws IOException {
        Problems problems = new Problems();
        Map<String, List<MemoryError>> modules = new TreeMap<>();
        for (SourceFile file : options.inputs()) {
            Table table = new Table(file);
            MemoryError.Columns columns = MemoryError.Columns.of(table.columns());
            List<MemoryError> errors = modules.computeIfAbsent(file.stem(), key -> new ArrayList<>());
            table.forEach(columns.required(), problems, row -> errors.add(MemoryError.of(row, columns)));
        }
        List<Truth> truths = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        if (options.optionalFile("tickets").isPresent()) {
            remarks.add(tickets(new SourceFile(options.file("tickets")), modules, problems, truths));
        }
        problems.check();
        Buckets buckets = new Buckets(options.period(PERIOD));
        List<TelemetryFrame> frames = new ArrayList<>();
        modules.forEach((module, errors) -> frames.addAll(frames(module, errors, buckets)));
        frames.sort(Comparator.comparing(TelemetryFrame::at));
        int count = modules.values().stream().mapToInt(List::size).sum();
        remarks.add("%d errors of %d modules.".formatted(count, modules.size()));
        return new Imported(frames, truths, remarks);
    }

    private static List<TelemetryFrame> frames(String module, List<MemoryError> errors, Buckets buckets) {
        errors.sort(Comparator.comparing(MemoryError::at));
        MemoryFaults faults = new MemoryFaults();
        return buckets.frames(errors, MemoryError::at, (end, some) -> {
            some.forEach(faults::add);
            long corrected = some.stream().filter(MemoryError::corrected).count();
            Map<Metric, Double> values = faults.values();
            values.put(Metric.MEMORY_CORRECTED_ERRORS, corrected / buckets.seconds());
            values.put(Metric.MEMORY_UNCORRECTED_ERRORS, (some.size() - corrected) / buckets.seconds());
            return new TelemetryFrame(module, end, values);
        });
    }

    /** A ticket is a failure; one for a module without a log tells nothing and is counted only. */
    private static String tickets(
            SourceFile file, Map<String, List<MemoryError>> modules, Problems problems, List<Truth> truths)
            throws IOException {
        Table table = new Table(file);
        boolean sample = table.columns().contains("sn_name");
        String module = sample ? "sn_name" : "serial_number";
        String time = sample ? "alarm_time" : "failure_time";
        int[] others = {0};
        table.forEach(List.of(module, time), problems, row -> {
            Instant at = row.time(time, TimeFormat.EPOCH_SECONDS);
            if (modules.containsKey(row.required(module))) {
                truths.add(new Truth(
                        row.text(module), Component.MEMORY, "module failure", at, Optional.of(at), Optional.empty()));
            } else {
                others[0]++;
            }
        });
        return "%d tickets for these modules, %d for others.".formatted(truths.size(), others[0]);
    }
}
