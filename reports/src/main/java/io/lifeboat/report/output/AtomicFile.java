package io.lifeboat.report.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files that a reader sees whole or not at all. */
final class AtomicFile {

    private AtomicFile() {}

    static void write(Path file, String content) {
        try {
            // Not a temporary file of the JDK: those can be read by their owner only, and reports are published.
            Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.writeString(draft, content);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The report (%s) cannot be written.%nMaybe the directory is missing or read-only.".formatted(file),
                    e);
        }
    }
}
