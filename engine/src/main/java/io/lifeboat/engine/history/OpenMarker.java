package io.lifeboat.engine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * {@code open}: names the process that writes a run. A run is open while that very process lives; a marker that a killed
 * one left behind means nothing. No file lock: those end, on POSIX, with the first channel to the file that the JVM closes.
 */
record OpenMarker(Path file) {

    /** The JDK takes starts from the time of boot, which moves when the clock of the machine is set right. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    void create() throws IOException {
        ProcessHandle process = ProcessHandle.current();
        Files.writeString(file, "%d %s%n".formatted(process.pid(), start(process)));
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    boolean isHeld() throws IOException {
        try {
            String[] words = Files.readString(file).strip().split(" ", 2);
            Instant start = Instant.parse(words[words.length - 1]);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(process ->
                            Duration.between(start, start(process)).abs().compareTo(TOLERANCE) < 0)
                    .isPresent();
        } catch (NoSuchFileException e) {
            return false;
        } catch (NumberFormatException | DateTimeException e) {
            // Cut off by a crash of the machine, so nobody holds it.
            return false;
        }
    }

    /** A process id comes round again; together with the start of the process it does not. */
    private static Instant start(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
