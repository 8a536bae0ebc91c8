package io.lifeboat.engine.evaluate.nab;

import io.lifeboat.engine.evaluate.task.CsvFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One file of the benchmark: columns {@code timestamp,value}.
 *
 * @param name folder and file, as the labels name it
 * @param timestamps as written in the file
 * @param values one a timestamp
 */
@SuppressWarnings("ArrayRecordComponent")
record NabSeries(String name, List<String> timestamps, double[] values) {

    private static final double PROBATION = 0.15;
    private static final int LONGEST_COUNTED = 5000;

    static NabSeries read(Path file) throws IOException {
        List<String> timestamps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        new CsvFile(file).forEach(row -> {
            timestamps.add(row.text("timestamp"));
            values.add(row.number("value"));
        });
        if (values.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has a header, but no values. Maybe it was not copied as a whole.");
        }
        return new NabSeries(
                name(file),
                timestamps,
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How many values at the start are for learning only: 15 % of the file, of at most 5000 values. */
    int probation() {
        return (int) Math.floor(Math.min(PROBATION * values.length, PROBATION * LONGEST_COUNTED));
    }

    /** Seconds since 1970 of every timestamp, taken as UTC. */
    long[] epochSeconds() {
        return timestamps.stream().mapToLong(this::epochSecond).toArray();
    }

    /** The median time between two values, in seconds, at least 1. */
    long stepSeconds() {
        long[] seconds = epochSeconds();
        long[] steps = new long[Math.max(1, seconds.length - 1)];
        for (int i = 1; i < seconds.length; i++) {
            steps[i - 1] = seconds[i] - seconds[i - 1];
        }
        Arrays.sort(steps);
        return Math.min(86_400, Math.max(1, steps[steps.length / 2]));
    }

    private long epochSecond(String timestamp) {
        try {
            return LocalDateTime.parse(timestamp.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s has the timestamp '%s'. Maybe write it like 2014-02-14 14:30:00.".formatted(name, timestamp),
                    e);
        }
    }

    private static String name(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return (folder == null || folder.getFileName() == null ? "" : folder.getFileName() + "/") + file.getFileName();
    }
}
