package io.lifeboat.fault.disk;

import io.lifeboat.fault.InjectionEvidence;
import io.lifeboat.fault.cgroup.CgroupFault;
import io.lifeboat.fault.undo.UndoJournal;

/**
 * Few reads and writes a second for the processes of a node. An ext4 file that is written and synchronised takes three
 * operations, the last of them waits for the other two, and the kernel lets operations pass in slices of 100 ms: so a limit of
 * 3/s makes such a write take a second, and one of 3/severity about that share of it. Measured from outside, on kernel
 * 6.18: 0.10 s at severity 0.15, 0.22 s at 0.3, 0.5 s at 0.5, 1.07 s at 1. Who does more at once, waits longer.
 */
final class DiskThrottle extends CgroupFault {

    /** Operations a second at severity 1. */
    private static final double LEAST = 3;

    /** From here on a synchronised write no longer passes within one of the kernel's slices. */
    private static final int FELT = 20;

    private final IoLimit limit;
    private long hits;
    private long operations;
    private int allowed = Integer.MAX_VALUE;
    private String readBack = "no limit";

    DiskThrottle(IoLimit limit, UndoJournal journal) {
        super(limit, journal);
        this.limit = limit;
        this.operations = limit.operations();
    }

    @Override
    protected void apply(double severity) {
        int next = severity == 0 ? Integer.MAX_VALUE : (int) Math.round(LEAST / severity);
        // A limit that is written again begins anew, and what waits for it would wait longer.
        if (next == allowed) {
            return;
        }
        count();
        allowed = next;
        if (severity == 0) {
            limit.restore();
            return;
        }
        limit.allow(next);
        readBack = "reads and writes a second: " + limit.values();
    }

    /** Counts what had to wait since the last look: only under a limit that is felt. */
    private void count() {
        long now = limit.operations();
        if (allowed <= FELT) {
            hits += Math.max(0, now - operations);
        }
        operations = Math.max(operations, now);
    }

    @Override
    protected InjectionEvidence look() {
        count();
        return new InjectionEvidence(hits, "reads and writes held back", readBack);
    }
}
