package io.lifeboat.engine.files;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads text line by line, plain or gzip (by its name's ending {@code .gz}). */
public final class TextLines {

    private static final int BUFFER = 1 << 16;

    private TextLines() {}

    /** Takes the lines of one file. */
    @FunctionalInterface
    public interface Body {
        /** Reads as much as it needs. */
        void readFrom(BufferedReader lines) throws IOException;
    }

    /** A file that is named {@code .gz} cannot be unpacked; the message says which, and what is likely wrong with it. */
    public static final class BrokenGzip extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        BrokenGzip(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Opens the file, hands it to the body and closes it.
     *
     * @throws BrokenGzip if it is no gzip although it is named so, or broken
     */
    public static void read(Path file, Body body) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = isGzip(file) ? new GZIPInputStream(raw, BUFFER) : raw;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), BUFFER)) {
            body.readFrom(lines);
        } catch (EOFException e) {
            throw new BrokenGzip(file + " is cut off: its gzip has no end. Maybe it was not copied as a whole.", e);
        } catch (ZipException e) {
            throw new BrokenGzip(
                    "%s is named .gz, but cannot be unpacked: %s. Maybe it is plain text: then take .gz off its name."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static boolean isGzip(Path file) {
        return file.toString().endsWith(".gz");
    }
}
