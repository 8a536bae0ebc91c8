package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Runs the command as a person would, on files made here. */
final class ImportRun {

    private final Path directory;
    private final Path history;
    private final List<String> arguments = new ArrayList<>();
    private String output = "";

    private ImportRun(Path directory, String kind) {
        this.directory = directory;
        this.history = directory.resolve("history");
        arguments.addAll(List.of(kind, "--history", history.toString()));
    }

    static ImportRun of(Path directory, String kind) {
        return new ImportRun(directory, kind);
    }

    /** Adds an option with files of these lines: name, lines, name, lines … */
    ImportRun with(String option, String... namesAndLines) {
        arguments.add(option);
        for (int i = 0; i < namesAndLines.length; i += 2) {
            arguments.add(write(namesAndLines[i], namesAndLines[i + 1]).toString());
        }
        return this;
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run that was imported. */
    RecordedRun imported() {
        if (run() != 0) {
            throw new AssertionError(output);
        }
        List<RecordedRun> runs = runs();
        return runs.get(runs.size() - 1);
    }

    /** Why nothing was imported. */
    String refused() {
        if (run() == 0 || !runs().isEmpty()) {
            throw new AssertionError("Imported: " + output);
        }
        return output;
    }

    private int run() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
        try {
            return new ImportHistory(clock).run(arguments, stream, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            output = bytes.toString();
        }
    }

    private List<RecordedRun> runs() {
        return HistoryStore.open(history, HistoryLimits.UNLIMITED, InstantSource.system())
                .runs();
    }

    String output() {
        return output;
    }

    /** The values of a metric, frame by frame of one node; NaN where it is absent. */
    static List<Double> values(RecordedRun run, String node, Metric metric) {
        try {
            return run.frames().stream()
                    .filter(frame -> frame.node().equals(node))
                    .map(frame -> frame.value(metric))
                    .map(value -> value.orElse(Double.NaN))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TelemetryFrame> frames(RecordedRun run) {
        try {
            return run.frames();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
