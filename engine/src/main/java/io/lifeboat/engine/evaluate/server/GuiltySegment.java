package io.lifeboat.engine.evaluate.server;

import io.lifeboat.engine.files.TextLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A labelled stretch of rows and the metrics that were to blame: {@code 760-765:4,5,7}.
 *
 * @param first the first row, from 0
 * @param last the last row
 * @param metrics columns, from 1
 */
record GuiltySegment(int first, int last, Set<Integer> metrics) {

    GuiltySegment {
        if (first > last || metrics.stream().anyMatch(metric -> metric < 1)) {
            throw new IllegalArgumentException(
                    "Rows %d to %d of metrics %s are no segment: rows go upwards, and metrics begin with 1. Maybe they are swapped."
                            .formatted(first, last, metrics));
        }
    }

    @Override
    public String toString() {
        return "%d-%d:%s"
                .formatted(
                        first,
                        last,
                        metrics.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
    }

    static List<GuiltySegment> read(Path file) throws IOException {
        List<GuiltySegment> segments = new ArrayList<>();
        TextLines.read(file, lines -> {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    segments.add(parse(file, line));
                }
            }
        });
        return segments;
    }

    private static GuiltySegment parse(Path file, String line) {
        String[] parts = line.strip().split("[-:]");
        try {
            Set<Integer> metrics = Arrays.stream(parts[2].split(","))
                    .map(String::strip)
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
            return new GuiltySegment(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), metrics);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "%s has the line '%s', but each must look like 760-765:4,5,7. Maybe it is another file."
                            .formatted(file, line),
                    e);
        }
    }
}
