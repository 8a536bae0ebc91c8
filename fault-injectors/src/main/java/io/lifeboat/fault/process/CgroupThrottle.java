package io.lifeboat.fault.process;

import io.lifeboat.fault.ActiveFault;
import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.undo.UndoJournal;
import java.util.List;

/** A quota on the cgroup of a node. */
final class CgroupThrottle implements ActiveFault {

    private final CpuQuota quota;
    private final double cpus;
    private final long throttledBefore;
    private final List<UndoJournal.Entry> undo;
    private long hits;
    private String readBack = "no quota";
    private boolean closed;

    CgroupThrottle(CpuQuota quota, double cpus, UndoJournal journal) {
        this.quota = quota;
        this.cpus = cpus;
        this.throttledBefore = quota.throttledPeriods();
        this.undo = quota.undoActions().stream().map(journal::register).toList();
    }

    @Override
    public synchronized void severity(double severity) {
        if (closed) {
            return;
        }
        count();
        if (severity == 0) {
            quota.restore();
            return;
        }
        quota.leave((1 - severity) * cpus);
        readBack = "quota and period of %s µs".formatted(quota.current());
    }

    private void count() {
        hits = Math.max(hits, quota.throttledPeriods() - throttledBefore);
    }

    @Override
    public synchronized InjectionEvidence evidence() {
        if (!closed) {
            count();
        }
        return new InjectionEvidence(hits, "periods throttled", readBack);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        count();
        closed = true;
        quota.restore();
        undo.forEach(UndoJournal.Entry::done);
    }
}
