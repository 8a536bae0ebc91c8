package io.lifeboat.engine.evaluate.nab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The benchmark's {@code combined_windows.json}: for each file the first and last timestamp of its windows.
 *
 * @param windows pairs of timestamps by the name of the file
 */
record NabLabels(Map<String, List<String[]>> windows) {

    private static final Pattern FILE =
            Pattern.compile("\"([^\"]+\\.csv)\"\\s*:\\s*\\[((?:[^\\[\\]]|\\[[^\\[\\]]*])*)]");
    private static final Pattern PAIR = Pattern.compile("\\[\\s*\"([^\"]+)\"\\s*,\\s*\"([^\"]+)\"\\s*]");
    private static final int TO_SECONDS = "2014-02-14 14:30:00".length();

    static NabLabels read(Path file) throws IOException {
        Map<String, List<String[]>> windows = new LinkedHashMap<>();
        Matcher entry = FILE.matcher(Files.readString(file));
        while (entry.find()) {
            List<String[]> pairs = new ArrayList<>();
            Matcher pair = PAIR.matcher(entry.group(2));
            while (pair.find()) {
                pairs.add(new String[] {seconds(pair.group(1)), seconds(pair.group(2))});
            }
            windows.put(entry.group(1), pairs);
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " names no file. Maybe it is not the benchmark's combined_windows.json.");
        }
        return new NabLabels(windows);
    }

    /** The windows of a series, in the order of time. */
    List<NabWindow> of(NabSeries series) {
        List<String[]> pairs = windows.get(series.name());
        if (pairs == null) {
            throw new IllegalArgumentException(
                    "The labels do not name %s. Maybe the file lies in another folder than in the benchmark."
                            .formatted(series.name()));
        }
        return pairs.stream()
                .map(pair -> new NabWindow(index(series, pair[0]), index(series, pair[1])))
                .toList();
    }

    private static int index(NabSeries series, String timestamp) {
        int index = series.timestamps().indexOf(timestamp);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "%s has no value at %s, where a window starts or ends. Maybe the labels are of another version of the file."
                            .formatted(series.name(), timestamp));
        }
        return index;
    }

    private static String seconds(String timestamp) {
        return timestamp.substring(0, Math.min(TO_SECONDS, timestamp.length()));
    }
}
