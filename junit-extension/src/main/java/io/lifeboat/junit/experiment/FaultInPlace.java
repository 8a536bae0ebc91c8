package io.lifeboat.junit.experiment;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.junit.InjectedFault;
import io.lifeboat.report.journal.JournalEntry;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A fault in place, with everything about it written into the journal. Thread-safe. */
final class FaultInPlace implements InjectedFault {

    /** Smaller steps than this are applied but not written down. */
    private static final double NOTABLE_STEP = 0.05;

    private final String id;
    private final String node;
    private final Failure failure;
    private final ActiveFault active;
    private final Recording recording;
    private final BiConsumer<String, Runnable> crashing;
    private final Runnable ended;
    private double written = -1;
    private boolean closed;

    FaultInPlace(
            String id,
            String node,
            Failure failure,
            ActiveFault active,
            Recording recording,
            BiConsumer<String, Runnable> crashing,
            Runnable ended) {
        this.id = id;
        this.node = node;
        this.failure = failure;
        this.active = active;
        this.recording = recording;
        this.crashing = crashing;
        this.ended = ended;
    }

    String node() {
        return node;
    }

    @Override
    public synchronized void severity(double severity) {
        if (!(severity >= 0 && severity <= 1)) {
            throw new IllegalArgumentException("severity (%s) must be within 0 and 1.".formatted(severity));
        }
        if (closed) {
            throw new IllegalStateException(
                    "%s on %s is over; its severity cannot change any more.".formatted(id, node));
        }
        active.severity(severity);
        if (Math.abs(severity - written) >= NOTABLE_STEP || severity == 0 || severity == failure.severity()) {
            if (severity != written) {
                written = severity;
                recording.write(at -> new JournalEntry.FaultSeverity(at, id, severity));
            }
        }
        if (failure.type() == FailureType.PROCESS_CRASH && severity > 0) {
            recordCrash();
        }
    }

    @Override
    public synchronized void crash() {
        if (closed) {
            return;
        }
        crashing.accept(node, () -> {
            recordCrash();
            // A throttled process would take its time to die.
            active.severity(0);
        });
        close();
    }

    private void recordCrash() {
        recording.write(at -> new JournalEntry.NodeCrashed(at, id, node));
    }

    @Override
    public InjectionEvidence evidence() {
        return active.evidence();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        @Nullable String problem = undo();
        InjectionEvidence evidence = active.evidence();
        recording.write(at ->
                new JournalEntry.FaultCleared(at, id, evidence.hits(), evidence.unit(), evidence.readBack(), problem));
        ended.run();
    }

    /** Why undoing failed; null if it did not. The verdict fails for it, so that it is told and not thrown here. */
    private @Nullable String undo() {
        try {
            active.close();
            return null;
        } catch (FaultException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
