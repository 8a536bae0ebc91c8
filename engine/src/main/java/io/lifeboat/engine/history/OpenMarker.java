package io.lifeboat.engine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code open}: names the process that writes a run. A run is open while that very process lives; a marker that a killed
 * one left behind means nothing. No file lock: those end, on POSIX, with the first channel to the file that the JVM closes.
 */
record OpenMarker(Path file) {

    void create() throws IOException {
        Files.writeString(file, describe(ProcessHandle.current()));
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    boolean isHeld() throws IOException {
        try {
            List<String> words = List.of(Files.readString(file).strip().split(" ", 2));
            return ProcessHandle.of(Long.parseLong(words.get(0)))
                    .filter(process -> describe(process).strip().equals(String.join(" ", words)))
                    .isPresent();
        } catch (NoSuchFileException e) {
            return false;
        } catch (NumberFormatException e) {
            // Cut off by a crash of the machine, so nobody holds it.
            return false;
        }
    }

    /** A process id comes round again; together with the start of the process it does not. */
    private static String describe(ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        return "%d %s%n".formatted(process.pid(), start.map(Instant::toString).orElse("unknown"));
    }
}
