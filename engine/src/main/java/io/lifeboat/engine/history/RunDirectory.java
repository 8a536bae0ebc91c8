package io.lifeboat.engine.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The directory of one run. Its name begins with the time of recording, so that directories sort by age.
 *
 * @param path of the directory
 */
record RunDirectory(Path path) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int STAMP_LENGTH = "20260131T120000.000Z".length();

    /** In bytes: file systems count those, 255 at most, and letters may take four. */
    private static final int LONGEST_ID = 200;

    private static final int LONGEST_LETTERS = 80;

    /** Makes a directory that no other run has. */
    static RunDirectory create(Path store, RunInfo info, Instant now) throws IOException {
        String safe = info.id().replaceAll("[^\\p{L}\\p{N}._$-]+", "_");
        String name = STAMP.format(now) + "-" + shortened(safe);
        for (int i = 1; ; i++) {
            try {
                return new RunDirectory(Files.createDirectory(store.resolve(i == 1 ? name : name + "-" + i)));
            } catch (FileAlreadyExistsException e) {
                // Another run began in the same millisecond under the same id: the next number is tried.
            }
        }
    }

    private static String shortened(String id) {
        int bytes = 0;
        int end = 0;
        while (end < id.length()) {
            int letter = id.codePointAt(end);
            bytes += Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_ID) {
                break;
            }
            end += Character.charCount(letter);
        }
        return id.substring(0, Math.min(LONGEST_LETTERS, end));
    }

    static boolean isRun(Path directory) {
        String name = String.valueOf(directory.getFileName());
        return name.matches("\\d{8}T\\d{6}\\.\\d{3}Z-.*") && Files.isDirectory(directory);
    }

    /** When it was recorded, from its name. */
    Instant recordedAt() {
        String name = String.valueOf(path.getFileName());
        return STAMP.parse(name.substring(0, STAMP_LENGTH), Instant::from);
    }

    Path run() {
        return path.resolve("run.json");
    }

    /** While being written, and for ever if its writer was killed. */
    Path plainTelemetry() {
        return path.resolve("telemetry.csv");
    }

    Path telemetry() {
        return path.resolve("telemetry.csv.gz");
    }

    /** What is known of the truth while the run is written; what is left of it if its writer was killed. */
    Path knownTruth() {
        return path.resolve("truth.known.csv");
    }

    Path truth() {
        return path.resolve("truth.csv");
    }

    OpenMarker open() {
        return new OpenMarker(path.resolve("open"));
    }

    void remove() throws IOException {
        for (Path file : List.of(truth(), knownTruth(), telemetry(), plainTelemetry(), run())) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(path);
    }
}
