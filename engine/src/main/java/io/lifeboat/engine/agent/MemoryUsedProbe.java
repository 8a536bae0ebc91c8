package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Resident memory of the node's processes as a share of what the node has; read twice a second. */
final class MemoryUsedProbe implements Probe {

    private static final long READ_EVERY_NANOS = 500_000_000L;

    private final Tracked tracked;
    private final long capacityBytes;
    private long lastRead;
    private boolean read;
    private OptionalDouble used = OptionalDouble.empty();

    MemoryUsedProbe(Tracked tracked, long capacityBytes) {
        this.tracked = tracked;
        this.capacityBytes = capacityBytes;
    }

    @Override
    public void measure(Sample sample) {
        if (!read || sample.nanos() - lastRead >= READ_EVERY_NANOS) {
            read = true;
            lastRead = sample.nanos();
            long bytes = tracked.pids().stream()
                    .map(pid -> ProcFiles.field(ProcFiles.text(Path.of("/proc/" + pid + "/status")), "\nVmRSS:"))
                    .flatMapToLong(OptionalLong::stream)
                    .sum();
            used = bytes > 0 ? OptionalDouble.of(bytes * 1024.0 / capacityBytes) : OptionalDouble.empty();
        }
        used.ifPresent(share -> sample.putShare(Metric.MEMORY_USED, share));
    }
}
