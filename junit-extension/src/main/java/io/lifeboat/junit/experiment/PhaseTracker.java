package io.lifeboat.junit.experiment;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.Phase;

/** Which phase an experiment is in: fault while any fault is in place, recovery once none is any more. Thread-safe. */
final class PhaseTracker {

    private final Recording recording;
    private Phase phase = Phase.BASELINE;
    private int active;

    PhaseTracker(Recording recording) {
        this.recording = recording;
    }

    synchronized void begin() {
        recording.write(at -> new JournalEntry.PhaseStarted(at, phase));
    }

    synchronized void faultInjected() {
        active++;
        enter(Phase.FAULT);
    }

    synchronized void faultEnded() {
        active--;
        if (active == 0) {
            enter(Phase.RECOVERY);
        }
    }

    synchronized Phase phase() {
        return phase;
    }

    private void enter(Phase next) {
        if (phase != next) {
            phase = next;
            recording.write(at -> new JournalEntry.PhaseStarted(at, next));
        }
    }
}
