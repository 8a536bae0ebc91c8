package io.lifeboat.fault.process;

import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.cgroup.CgroupFault;
import io.lifeboat.fault.undo.UndoJournal;

/** A quota on the cgroup of a node. */
final class CgroupThrottle extends CgroupFault {

    /** Even a failing processor gets something done, if only to die: the share that is always left. */
    private static final double LEAST_SHARE = 0.02;

    private final CpuQuota quota;
    private final double cpus;
    private final long throttledBefore;
    private long hits;
    private String readBack = "no quota";

    CgroupThrottle(CpuQuota quota, double cpus, UndoJournal journal) {
        super(quota, journal);
        this.quota = quota;
        this.cpus = cpus;
        this.throttledBefore = quota.throttledPeriods();
    }

    @Override
    protected void apply(double severity) {
        count();
        if (severity == 0) {
            quota.restore();
            return;
        }
        quota.leave(Math.max(LEAST_SHARE, 1 - severity) * cpus);
        readBack = "quota and period of %s µs".formatted(quota.current());
    }

    /** The most that was seen: the kernel's count goes with the cgroup. */
    private void count() {
        hits = Math.max(hits, quota.throttledPeriods() - throttledBefore);
    }

    @Override
    protected InjectionEvidence look() {
        count();
        return new InjectionEvidence(hits, "periods throttled", readBack);
    }
}
