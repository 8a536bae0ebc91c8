package io.lifeboat.junit.experiment;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalWriter;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The journal of an experiment together with its clock: what is written gets the time of writing. Thread-safe. */
final class Recording {

    private final ExperimentClock clock;
    private final JournalWriter writer;
    private boolean closed;

    Recording(ExperimentClock clock, JournalWriter writer) {
        this.clock = clock;
        this.writer = writer;
    }

    /** Writes the entry that is made for this moment; nothing if it is null or the journal is closed. */
    synchronized void write(LongFunction<? extends @Nullable JournalEntry> entry) {
        if (closed) {
            return;
        }
        JournalEntry made = entry.apply(clock.micros());
        if (made != null) {
            writer.write(made);
        }
    }

    void note(String text) {
        write(at -> new JournalEntry.Note(at, text));
    }

    /** Late messages of threads that are on their way out are dropped from here on. */
    synchronized void close() {
        closed = true;
        writer.close();
    }
}
