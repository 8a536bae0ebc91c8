package io.lifeboat.fault.process;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.undo.Uninterrupted;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Processes that stand still while the severity is above 0. */
final class PauseFault implements ActiveFault {

    private static final int LOOKS = 50;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(5);

    private final StoppableGroup group;
    private final Set<Long> seenStopped = new LinkedHashSet<>();
    private boolean paused;
    private boolean closed;

    PauseFault(StoppableGroup group) {
        this.group = group;
    }

    @Override
    public synchronized void severity(double severity) {
        boolean wanted = severity > 0;
        if (closed || wanted == paused) {
            return;
        }
        paused = wanted;
        if (wanted) {
            stopAll();
        } else {
            group.continueAll();
        }
    }

    /** A process may fork in the moment before it stops: so again, until all that are there are seen stopped. */
    private void stopAll() {
        for (int look = 0; look < LOOKS; look++) {
            List<Long> pids = group.stop();
            List<Long> stopped = ProcessStates.known() ? ProcessStates.stopped(pids) : pids;
            seenStopped.addAll(stopped);
            if (!pids.isEmpty() && stopped.size() == pids.size()) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
    }

    @Override
    public synchronized InjectionEvidence evidence() {
        return new InjectionEvidence(
                seenStopped.size(), "processes stopped", "state T read back for processes " + seenStopped);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Uninterrupted.run(group::close);
        }
    }
}
