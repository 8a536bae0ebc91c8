package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** Writes 4 KiB to the node's disk twice a second and waits until they are there. */
final class DiskProbe implements Probe {

    private static final long PAUSE_NANOS = 500_000_000L;
    private static final int BYTES = 4096;

    private final Path directory;
    private final EventRate errors = new EventRate();
    private volatile long startedNanos;
    private volatile boolean writing;
    private volatile double latencySeconds = Double.NaN;
    private volatile double used = Double.NaN;

    DiskProbe(Path directory) {
        this.directory = directory;
        Threads.start("disk", this::watch);
    }

    private void watch() {
        while (true) {
            startedNanos = System.nanoTime();
            writing = true;
            try {
                write();
                latencySeconds = (System.nanoTime() - startedNanos) / 1e9;
                FileStore store = Files.getFileStore(directory);
                used = 1 - store.getUsableSpace() / (double) store.getTotalSpace();
            } catch (IOException e) {
                // This is what the probe looks for.
                errors.add(System.nanoTime(), 1);
            }
            writing = false;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Opens the file anew each time, so that a disk that was away and is back is noticed. */
    private void write() throws IOException {
        try (FileChannel file =
                FileChannel.open(directory.resolve(".probe"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(BYTES), 0);
            file.force(true);
        }
    }

    @Override
    public void measure(Sample sample) {
        // A write that hangs is known to take at least as long as it has taken.
        double pending = writing ? (sample.nanos() - startedNanos) / 1e9 : 0;
        sample.put(Metric.DISK_LATENCY, pending > latencySeconds ? pending : latencySeconds);
        sample.put(Metric.DISK_ERRORS, errors.perSecond(sample.nanos()));
        sample.put(Metric.DISK_USED, used);
    }
}
