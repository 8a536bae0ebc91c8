package io.lifeboat.fault.process;

import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.cgroup.CgroupLimit;
import io.lifeboat.fault.undo.UndoAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The processor quota of a cgroup: so many microseconds of processor time in each period. Version 1 has two files for
 * it (Documentation/scheduler/sched-bwc.rst), version 2 one (Documentation/admin-guide/cgroup-v2.rst, {@code cpu.max}).
 */
final class CpuQuota implements CgroupLimit {

    /** The kernel takes no shorter period. */
    private static final long SHORTEST_PERIOD_MICROS = 1_000;

    /** The kernel takes no longer period, {@code max_cfs_quota_period}. */
    private static final long LONGEST_PERIOD_MICROS = 1_000_000;

    /** The kernel takes no smaller quota, {@code min_cfs_quota_period}. */
    private static final long LEAST_QUOTA_MICROS = 1_000;

    private static final String MAX = "cpu.max";
    private static final String QUOTA = "cpu.cfs_quota_us";
    private static final String PERIOD = "cpu.cfs_period_us";

    private final Path cgroup;
    private final boolean version2;
    private final String before;
    private final String periodBefore;

    private CpuQuota(Path cgroup, boolean version2) throws IOException {
        this.cgroup = cgroup;
        this.version2 = version2;
        this.before = read(version2 ? MAX : QUOTA);
        this.periodBefore = version2 ? "" : read(PERIOD);
    }

    /** The quota of a cgroup; empty if there is none that can be written. */
    static Optional<CpuQuota> of(Path cgroup) {
        try {
            if (Files.isWritable(cgroup.resolve(MAX))) {
                return Optional.of(new CpuQuota(cgroup, true));
            } else if (Files.isWritable(cgroup.resolve(QUOTA))) {
                return Optional.of(new CpuQuota(cgroup, false));
            }
            return Optional.empty();
        } catch (IOException e) {
            // It vanished while we looked: then it is not there.
            return Optional.empty();
        }
    }

    String description() {
        return version2 ? "cgroup v2 cpu.max" : "cgroup v1 quota";
    }

    /** In the order of {@link #setVersion1}, from the last to the first. */
    @Override
    public List<UndoAction> undoActions() {
        return version2
                ? List.of(new UndoAction.Restore(cgroup.resolve(MAX), before))
                : List.of(
                        new UndoAction.Restore(cgroup.resolve(QUOTA), before),
                        new UndoAction.Restore(cgroup.resolve(PERIOD), periodBefore),
                        new UndoAction.Restore(cgroup.resolve(QUOTA), "-1"));
    }

    /**
     * Leaves that many processors; verified. The quota is the smallest that the kernel takes and the period fits it: the
     * shorter both are, the shorter are the bursts of work that feel a mild throttle.
     */
    void leave(double cpus) {
        long period = Math.round(LEAST_QUOTA_MICROS / Math.max(cpus, 1e-9));
        period = Math.max(SHORTEST_PERIOD_MICROS, Math.min(LONGEST_PERIOD_MICROS, period));
        long quota = Math.max(LEAST_QUOTA_MICROS, Math.round(cpus * period));
        set(Long.toString(quota), Long.toString(period), version2 ? quota + " " + period : "");
    }

    @Override
    public void restore() {
        set(before, periodBefore, before);
    }

    private void set(String quota, String period, String max) {
        if (!Files.isDirectory(cgroup)) {
            return;
        }
        if (version2) {
            write(MAX, max);
        } else {
            setVersion1(quota, period);
        }
        String wanted = version2 ? max : quota + " " + period;
        String now = current();
        if (!now.equals(wanted) && Files.isDirectory(cgroup)) {
            throw new FaultException("The quota of %s is \"%s\" and not \"%s\".%nMaybe somebody else sets it, too."
                    .formatted(cgroup, now, wanted));
        }
    }

    /** Every write gives back what was used up of the quota, so there must be no more of them than needed. */
    private void setVersion1(String quota, String period) {
        if (current().startsWith(quota + " ")) {
            write(PERIOD, period);
            return;
        }
        // Each step must leave a share that the parent allows, and "no quota of its own" is always one.
        write(QUOTA, "-1");
        write(PERIOD, period);
        write(QUOTA, quota);
    }

    /** Quota and period in microseconds, as the kernel has them. */
    String current() {
        try {
            return version2 ? read(MAX) : read(QUOTA) + " " + read(PERIOD);
        } catch (IOException e) {
            return "gone";
        }
    }

    /** Periods in which processes of the cgroup used up their quota, since it exists; 0 if it is gone. */
    long throttledPeriods() {
        try {
            return Files.readString(cgroup.resolve("cpu.stat"))
                    .lines()
                    .filter(line -> line.startsWith("nr_throttled "))
                    .mapToLong(line -> Long.parseLong(line.substring("nr_throttled ".length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // The cgroup is gone with its node; what was read before counts.
            return 0;
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(cgroup.resolve(file)).strip();
    }

    private void write(String file, String value) {
        try {
            Files.writeString(cgroup.resolve(file), value, StandardOpenOption.WRITE);
        } catch (IOException e) {
            if (Files.isDirectory(cgroup)) {
                throw new FaultException(
                        "\"%s\" cannot be written to %s: %s.%nMaybe a quota of a cgroup above or below forbids it."
                                .formatted(value, cgroup.resolve(file), e.getMessage()),
                        e);
            }
        }
    }
}
