package io.lifeboat.fault.process;

import io.lifeboat.fault.FaultException;
import io.lifeboat.fault.undo.UndoAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The processor quota of a cgroup: so many microseconds of processor time in each period. Version 1 has two files for
 * it, version 2 one (Documentation/admin-guide/cgroup-v2.rst, {@code cpu.max}).
 */
final class CpuQuota {

    /** A tenth of the kernel's usual period: short bursts feel it, and so do probes on an idle node. */
    static final long PERIOD_MICROS = 10_000;

    /** The kernel takes no less, {@code min_cfs_quota_period}. */
    static final long LEAST_QUOTA_MICROS = 1_000;

    private final Path cgroup;
    private final boolean version2;
    private final String before;
    private final String periodBefore;

    private CpuQuota(Path cgroup, boolean version2) throws IOException {
        this.cgroup = cgroup;
        this.version2 = version2;
        this.before = read(version2 ? "cpu.max" : "cpu.cfs_quota_us");
        this.periodBefore = version2 ? "" : read("cpu.cfs_period_us");
    }

    /** The quota of a cgroup; empty if there is none that can be written. */
    static Optional<CpuQuota> of(Path cgroup) {
        try {
            if (Files.isWritable(cgroup.resolve("cpu.max"))) {
                return Optional.of(new CpuQuota(cgroup, true));
            } else if (Files.isWritable(cgroup.resolve("cpu.cfs_quota_us"))) {
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

    /** What brings back the quota as it is now. */
    List<UndoAction> undoActions() {
        return version2
                ? List.of(new UndoAction.Restore(cgroup.resolve("cpu.max"), before))
                : List.of(
                        new UndoAction.Restore(cgroup.resolve("cpu.cfs_period_us"), periodBefore),
                        new UndoAction.Restore(cgroup.resolve("cpu.cfs_quota_us"), before));
    }

    /** Leaves this much processor time in each period. */
    void set(long quotaMicros) {
        if (version2) {
            write("cpu.max", quotaMicros + " " + PERIOD_MICROS);
        } else {
            write("cpu.cfs_period_us", Long.toString(PERIOD_MICROS));
            write("cpu.cfs_quota_us", Long.toString(quotaMicros));
        }
    }

    /** As it was before, and verified. A cgroup that is gone needs no more. */
    void restore() {
        if (!Files.isDirectory(cgroup)) {
            return;
        }
        String file = version2 ? "cpu.max" : "cpu.cfs_quota_us";
        write(file, before);
        if (!version2) {
            write("cpu.cfs_period_us", periodBefore);
        }
        String now = current();
        if (!now.equals(before)) {
            throw new FaultException("The quota of %s is %s and not %s as before.".formatted(cgroup, now, before));
        }
    }

    String current() {
        try {
            return read(version2 ? "cpu.max" : "cpu.cfs_quota_us");
        } catch (IOException e) {
            return "gone";
        }
    }

    /** Periods in which processes of the cgroup used up their quota, since it exists. */
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
            Files.writeString(cgroup.resolve(file), value);
        } catch (IOException e) {
            throw new FaultException(
                    "\"%s\" cannot be written to %s: %s.".formatted(value, cgroup.resolve(file), e.getMessage()), e);
        }
    }
}
