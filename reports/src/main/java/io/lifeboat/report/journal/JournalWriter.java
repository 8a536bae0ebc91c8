package io.lifeboat.report.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends entries to a journal, one JSON object a line, each handed to the operating system before {@link #write}
 * returns: a JVM that is killed loses at most the line that it was writing. Thread-safe.
 */
public final class JournalWriter implements AutoCloseable {

    /** The first line of every journal. */
    static final String HEADER = "{\"lifeboatJournal\":1}";

    private final Path file;
    private final BufferedWriter out;
    private final JournalCodec codec = new JournalCodec();
    private boolean closed;

    private JournalWriter(Path file, BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Begins a new journal.
     *
     * @throws JournalException if the file is there already or cannot be written
     */
    public static JournalWriter open(Path file) {
        try {
            JournalWriter writer = new JournalWriter(
                    file, Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW));
            writer.line(HEADER);
            return writer;
        } catch (IOException e) {
            throw new JournalException("Journal %s cannot be written: %s.".formatted(file, e), e);
        }
    }

    /** Appends an entry. Times do not go back: the caller writes in the order in which things happened. */
    public synchronized void write(JournalEntry entry) {
        if (closed) {
            throw new JournalException("Journal %s is closed; %s came too late.".formatted(file, entry));
        }
        try {
            line(codec.encode(entry));
        } catch (IOException e) {
            throw new JournalException("Journal %s cannot be written: %s.".formatted(file, e), e);
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
        out.flush();
    }

    /** Does nothing when called again. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            out.close();
        } catch (IOException e) {
            throw new JournalException("Journal %s cannot be closed: %s.".formatted(file, e), e);
        }
    }
}
