package io.lifeboat.report.output;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.lifeboat.report.html.IndexPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The index of a run, rebuilt from the results below a directory: several JVMs may add to it. Thread-safe. */
public final class RunIndex {

    private static final Object ONE_AT_A_TIME = new Object();

    private RunIndex() {}

    /**
     * Writes {@code index.html} into the root; one writer at a time, across JVMs.
     *
     * @return the index
     * @throws UncheckedIOException if it cannot be written
     */
    public static Path write(Path root) {
        Path index = root.resolve("index.html");
        // File locks are held by the whole JVM, so its threads need a lock of their own.
        synchronized (ONE_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(
                            root.resolve(".lifeboat.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    IndexAccuracy accuracy = new IndexAccuracy();
                    List<IndexPage.Entry> entries = entries(root, accuracy);
                    AtomicFile.write(index, IndexPage.of(entries, accuracy.all()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The index (%s) cannot be written.".formatted(index), e);
            }
        }
        return index;
    }

    private static List<IndexPage.Entry> entries(Path root, IndexAccuracy accuracy) throws IOException {
        return ResultFiles.below(root).stream()
                .map(file -> entry(root, file, accuracy))
                .toList();
    }

    private static IndexPage.Entry entry(Path root, Path file, IndexAccuracy accuracy) {
        String link = link(root.relativize(file.resolveSibling("index.html")));
        try {
            JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            IndexPage.Entry entry = new IndexPage.Entry(
                    text(json, "name"),
                    text(json, "testClass"),
                    text(json, "outcome"),
                    text(json, "reason"),
                    IndexFigures.of(json),
                    json.has("simulated") && json.get("simulated").getAsBoolean(),
                    link);
            accuracy.add(json);
            return entry;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            // One unreadable result must not cost the reader the index of all others: it is listed as such.
            return new IndexPage.Entry(
                    root.relativize(file).toString(),
                    "",
                    "unfinished",
                    "unreadable: " + e,
                    IndexFigures.UNKNOWN,
                    false,
                    link);
        }
    }

    private static String text(JsonObject json, String field) {
        return json.has(field) ? json.get(field).getAsString() : "";
    }

    private static String link(Path relative) {
        try {
            return "./" + new URI(null, null, relative.toString().replace('\\', '/'), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Path (%s) cannot be linked.".formatted(relative), e);
        }
    }
}
