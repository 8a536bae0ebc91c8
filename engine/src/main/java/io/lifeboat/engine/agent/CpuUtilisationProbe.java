package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * CPU time of the node's processes over the last half second. The kernel counts it in hundredths of a second, so a
 * single tick would be too coarse.
 */
final class CpuUtilisationProbe implements Probe {

    private static final long NANOS_PER_CLOCK_TICK = 10_000_000;
    private static final int WINDOW = 5;

    private record Reading(long nanos, long cpuNanos) {}

    private final Tracked tracked;
    private final double cpus;
    private final Deque<Reading> readings = new ArrayDeque<>();
    private Map<Long, Long> lastByPid = Map.of();
    private long total;

    CpuUtilisationProbe(Tracked tracked, double cpus) {
        this.tracked = tracked;
        this.cpus = cpus;
    }

    @Override
    public void measure(Sample sample) {
        Map<Long, Long> byPid = new HashMap<>();
        for (long pid : tracked.pids()) {
            cpuNanos(pid).ifPresent(nanos -> byPid.put(pid, nanos));
        }
        if (byPid.isEmpty()) {
            return;
        }
        // Only increases count, so that a process that ends does not take its past out of the sum.
        byPid.forEach((pid, nanos) -> total += Math.max(0, nanos - lastByPid.getOrDefault(pid, nanos)));
        lastByPid = byPid;
        readings.addLast(new Reading(sample.nanos(), total));
        if (readings.size() > WINDOW) {
            Reading first = readings.removeFirst();
            double used = (total - first.cpuNanos) / (double) (sample.nanos() - first.nanos);
            sample.putShare(Metric.CPU_UTILISATION, used / cpus);
        }
    }

    /** Fields 14 and 15 of proc_pid_stat(5); the name in field 2 may hold anything, so counting starts behind it. */
    private static OptionalLong cpuNanos(long pid) {
        String stat = ProcFiles.text(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", 15);
        if (fields.length < 15) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_CLOCK_TICK);
    }
}
