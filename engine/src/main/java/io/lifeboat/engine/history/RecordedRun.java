package io.lifeboat.engine.history;

import io.lifeboat.engine.files.TextLines;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of a history that is no longer written. Immutable; reads its files each time it is asked. Thread-safe. */
public final class RecordedRun {

    private final RunDirectory directory;
    private final RunInfo info;

    private RecordedRun(RunDirectory directory, RunInfo info) {
        this.directory = directory;
        this.info = info;
    }

    static RecordedRun open(RunDirectory directory) throws IOException {
        return new RecordedRun(directory, RunFile.read(directory.run(), Files.readString(directory.run())));
    }

    public RunInfo info() {
        return info;
    }

    /** Where its files are. */
    public Path directory() {
        return directory.path();
    }

    /** Whether its end was recorded. Without one nobody knows the truth: no truths do not mean that nothing failed. */
    public boolean complete() {
        return Files.exists(directory.truth());
    }

    /**
     * What really happened; empty if nothing did. Of a run that is not {@link #complete}, what was known when its writer was killed.
     *
     * @throws HistoryException if the file is damaged; the message names the line
     */
    public List<Truth> truths() {
        if (complete()) {
            return TruthCsv.read(directory.truth());
        }
        return Files.exists(directory.knownTruth()) ? TruthCsv.read(directory.knownTruth()) : List.of();
    }

    /**
     * The telemetry, in the order it was recorded. Of a recording that was cut off, everything up to the first line that
     * cannot be read.
     *
     * @throws HistoryException if a recording that was not cut off is damaged; the message names the line
     * @throws IOException if the files cannot be read
     */
    public List<TelemetryFrame> frames() throws IOException {
        boolean compressed = Files.exists(directory.telemetry());
        Path file = compressed ? directory.telemetry() : directory.plainTelemetry();
        List<TelemetryFrame> frames = new ArrayList<>();
        try {
            TextLines.read(file, lines -> frames.addAll(frames(new LineReader(file, lines, !compressed))));
        } catch (TextLines.BrokenGzip e) {
            throw new HistoryException(
                    "%s is damaged (%s).%nMaybe remove its directory: the other runs do not need it."
                            .formatted(file, e.getCause()),
                    e);
        }
        return List.copyOf(frames);
    }

    private static List<TelemetryFrame> frames(LineReader lines) throws IOException {
        String header = lines.next();
        if (header == null) {
            return List.of();
        }
        TelemetryCsv format = lines.parse(header, TelemetryCsv::ofHeader);
        List<TelemetryFrame> frames = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            try {
                frames.add(lines.parse(line, format::frame));
            } catch (HistoryException e) {
                if (lines.cutOff()) {
                    // Its writer was killed, and the tail with it: what was written before is as good as ever.
                    break;
                }
                throw e;
            }
        }
        return List.copyOf(frames);
    }

    @Override
    public String toString() {
        return "%s (%s)".formatted(directory.path().getFileName(), info.scenario());
    }
}
