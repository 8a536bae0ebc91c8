package io.lifeboat.engine.evaluate.task;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes text line by line, as gzip if the name ends in {@code .gz}. */
public final class LinesFile {

    private final Writer writer;

    private LinesFile(Writer writer) {
        this.writer = writer;
    }

    /** Writes the lines of one file. */
    @FunctionalInterface
    public interface Body {
        /** Hands every line to the file. */
        void writeTo(LinesFile out) throws IOException;
    }

    /** Replaces the file by what the body writes. */
    public static void write(Path file, Body body) throws IOException {
        OutputStream raw = Files.newOutputStream(file);
        OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw;
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
            body.writeTo(new LinesFile(writer));
        }
    }

    /** Adds a line and its end. */
    public void line(String text) throws IOException {
        writer.write(text);
        writer.write('\n');
    }
}
