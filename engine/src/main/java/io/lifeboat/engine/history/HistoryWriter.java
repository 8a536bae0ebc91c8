package io.lifeboat.engine.history;

import io.lifeboat.engine.files.WholeFile;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Appends the telemetry of one run, and at its end the truth. Without an end, also after {@code kill -9}, all lines but
 * perhaps the last few can still be read. Thread-safe. Every method throws {@link HistoryException} if the disk fails.
 */
public final class HistoryWriter implements Recording {

    private final RunDirectory directory;
    private final BufferedWriter telemetry;
    private final Runnable closed;
    private final List<Truth> known = new ArrayList<>();
    private long written;
    private boolean ended;

    private HistoryWriter(RunDirectory directory, BufferedWriter telemetry, Runnable closed) {
        this.directory = directory;
        this.telemetry = telemetry;
        this.closed = closed;
    }

    /**
     * Begins.
     *
     * @param runFile the text of {@code run.json}
     * @param closed called once when nothing more will be written
     */
    static HistoryWriter begin(RunDirectory directory, String runFile, Runnable closed) throws IOException {
        directory.open().create();
        WholeFile.write(directory.run(), runFile.getBytes(StandardCharsets.UTF_8));
        BufferedWriter telemetry = Files.newBufferedWriter(directory.plainTelemetry());
        HistoryWriter writer = new HistoryWriter(directory, telemetry, closed);
        writer.line(TelemetryCsv.CURRENT.header());
        writer.flush();
        return writer;
    }

    /** Appends a frame; it reaches the operating system with {@link #flush}, or when enough has gathered. */
    @Override
    public synchronized void append(TelemetryFrame frame) {
        requireOpen();
        line(TelemetryCsv.CURRENT.line(frame));
    }

    private void line(String text) {
        try {
            telemetry.write(text);
            telemetry.write('\n');
            written += text.length() + 1;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** How much telemetry was appended, in letters: bytes as long as nodes have plain names. */
    synchronized long written() {
        return written;
    }

    /** Tells a truth as soon as it is known. It outlives the death of this process, and is among those of {@link #finish}. */
    @Override
    public synchronized void happened(Truth truth) {
        requireOpen();
        known.add(truth);
        write(directory.knownTruth(), known);
    }

    /** Hands what was appended to the operating system: from here on the death of this process costs nothing. */
    @Override
    public synchronized void flush() {
        try {
            telemetry.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Ends the run with the truth about it, which may be that nothing happened: an empty list. Then closes. */
    @Override
    public synchronized void finish(List<Truth> truths) {
        requireOpen();
        flush();
        List<Truth> all = new ArrayList<>(known);
        all.addAll(truths);
        write(directory.truth(), all);
        try {
            Files.deleteIfExists(directory.knownTruth());
        } catch (IOException e) {
            throw failure(e);
        }
        close();
    }

    private void write(Path file, List<Truth> truths) {
        StringBuilder text = new StringBuilder(TruthCsv.header()).append('\n');
        truths.forEach(truth -> text.append(TruthCsv.line(truth)).append('\n'));
        try {
            WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Compresses the telemetry. Without {@link #finish} the run stays incomplete. Does nothing the second time. */
    @Override
    public synchronized void close() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            telemetry.close();
            compress();
        } catch (IOException e) {
            throw failure(e);
        } finally {
            release();
        }
    }

    private void release() {
        try {
            directory.open().remove();
        } catch (IOException e) {
            throw failure(e);
        }
        closed.run();
    }

    /** Removes the run, as if it had never begun. Whatever of it cannot be removed stays as an incomplete run. */
    public synchronized void discard() {
        close();
        try {
            directory.remove();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void compress() throws IOException {
        Path temporary = directory.path().resolve("telemetry.csv.gz.tmp");
        try (InputStream in = Files.newInputStream(directory.plainTelemetry());
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(temporary))) {
            in.transferTo(out);
        }
        WholeFile.publish(temporary, directory.telemetry());
        Files.delete(directory.plainTelemetry());
    }

    private void requireOpen() {
        if (ended) {
            throw new IllegalStateException("The recording in %s has ended.".formatted(directory.path()));
        }
    }

    private HistoryException failure(IOException e) {
        String maybe = e instanceof NoSuchFileException ? "somebody removed the directory" : "the disk is full";
        return new HistoryException(
                "The recording in %s cannot be written (%s).%nMaybe %s.".formatted(directory.path(), e, maybe), e);
    }
}
