package io.lifeboat.engine.evaluate.network;

import io.lifeboat.engine.evaluate.task.CsvFile;
import io.lifeboat.engine.evaluate.task.CsvRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Reads the rows of type {@code Devices}, the receivers, into steps of four seconds; amplifiers are left out. */
final class LinkFile {

    static final int STEP_SECONDS = 4;

    /** Half a year: gaps are filled, and one wrong timestamp would fill the memory. */
    private static final int MOST_STEPS = 4_000_000;

    private static final double MOST_SECONDS = 1e11;

    private record Report(long second, String device, double bitErrorRate, double signalToNoise, boolean failed) {}

    private LinkFile() {}

    /** The steps in the order of time, without gaps; a receiver that said nothing keeps its last values. */
    static List<LinkStep> read(Path file) throws IOException {
        List<Report> reports = new ArrayList<>();
        new CsvFile(file).forEach(row -> {
            if (row.text("Type").equals("Devices")) {
                reports.add(report(row));
            }
        });
        if (reports.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has no row of type Devices. Maybe it holds amplifiers only: receivers are needed.");
        }
        reports.sort(Comparator.comparingLong(Report::second));
        requireOneTime(
                file, reports.get(0).second(), reports.get(reports.size() - 1).second());
        return steps(reports);
    }

    private static void requireOneTime(Path file, long first, long last) {
        if ((last - first) / STEP_SECONDS > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "%s goes from second %d to second %d, which is more than %d steps of %d s. Maybe a timestamp is in another unit."
                            .formatted(file, first, last, MOST_STEPS, STEP_SECONDS));
        }
    }

    private static Report report(CsvRow row) {
        double second = row.number("Timestamp");
        if (!(second >= 0 && second < MOST_SECONDS)) {
            throw new IllegalArgumentException(
                    "%s line %d: Timestamp is '%s', but must be seconds since 1970. Maybe it is in another unit."
                            .formatted(row.path(), row.line(), row.text("Timestamp")));
        }
        return new Report(
                (long) second,
                row.text("ID"),
                row.number("BER"),
                row.number("OSNR"),
                row.text("Failure").startsWith("1"));
    }

    private static List<LinkStep> steps(List<Report> reports) {
        List<String> devices =
                reports.stream().map(Report::device).distinct().sorted().toList();
        double[] errors = new double[devices.size()];
        double[] noise = new double[devices.size()];
        Arrays.fill(errors, Double.NaN);
        Arrays.fill(noise, Double.NaN);
        List<LinkStep> steps = new ArrayList<>();
        long start = Math.floorDiv(reports.get(0).second(), STEP_SECONDS) * STEP_SECONDS;
        int next = 0;
        while (next < reports.size()) {
            boolean failed = false;
            for (; next < reports.size() && reports.get(next).second() < start + STEP_SECONDS; next++) {
                Report report = reports.get(next);
                int device = devices.indexOf(report.device());
                errors[device] = report.bitErrorRate();
                noise[device] = report.signalToNoise();
                failed |= report.failed();
            }
            steps.add(new LinkStep(start, errors.clone(), noise.clone(), failed));
            start += STEP_SECONDS;
        }
        return steps;
    }
}
