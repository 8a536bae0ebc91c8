package io.lifeboat.engine.evaluate.task;

import io.lifeboat.engine.files.WholeFile;
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

    /** Replaces the file by what the body writes, as a whole or, if that fails, not at all. */
    public static void write(Path file, Body body) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A pipe or a device: there is nothing to replace.
            write(file, file, body);
            return;
        }
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path draft = target.resolveSibling(target.getFileName() + ".partial");
        try {
            write(draft, file, body);
            WholeFile.publish(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path to, Path named, Body body) throws IOException {
        OutputStream raw = Files.newOutputStream(to);
        OutputStream out = named.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw;
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
