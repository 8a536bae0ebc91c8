package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.evaluate.task.CsvFile;
import io.lifeboat.engine.evaluate.task.CsvRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the start-stop table: one line a step, the steps of a drive in any order. */
final class DriveFile {

    private final Map<String, List<Step>> steps = new TreeMap<>();

    private record Step(
            String model, float size, int lastDay, double start, double stop, boolean failed, double[] smart) {}

    private DriveFile() {}

    /** The drives of all files, by id. */
    static List<Drive> read(List<Path> files) throws IOException {
        DriveFile reader = new DriveFile();
        for (Path file : files) {
            new CsvFile(file).forEach(reader::add);
        }
        List<Drive> drives = new ArrayList<>();
        reader.steps.forEach((id, list) -> drives.add(drive(id, list)));
        return drives;
    }

    private void add(CsvRow row) {
        double[] smart = new double[Smart.values().length];
        for (Smart attribute : Smart.values()) {
            smart[attribute.ordinal()] = row.number(attribute.column());
        }
        Step step = new Step(
                row.text("model").intern(),
                (float) row.number("size_tb"),
                day(row),
                row.number("tstart"),
                row.number("tstop"),
                row.number("fails") == 1,
                smart);
        steps.computeIfAbsent(row.text("id"), id -> new ArrayList<>()).add(step);
    }

    private static int day(CsvRow row) {
        try {
            return Math.toIntExact(LocalDate.parse(row.text("max_date")).toEpochDay());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s line %d: max_date is '%s', but must look like 2016-09-30."
                            .formatted(row.path(), row.line(), row.text("max_date")),
                    e);
        }
    }

    private static Drive drive(String id, List<Step> steps) {
        steps.sort(Comparator.comparingDouble(Step::start));
        Step last = steps.get(steps.size() - 1);
        return new Drive(
                id,
                last.model(),
                last.size(),
                last.lastDay(),
                last.stop(),
                last.failed(),
                steps.stream().mapToDouble(Step::start).toArray(),
                steps.stream().map(Step::smart).toArray(double[][]::new));
    }
}
