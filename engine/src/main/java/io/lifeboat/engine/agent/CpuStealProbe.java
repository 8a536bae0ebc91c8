package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/**
 * Time in which the node's processes were stopped from outside. A thread sleeps for 5 ms again and again; what it
 * sleeps longer, less the time it waited for a processor and the time a quota held it back, it was stopped. The wait for
 * a processor alone is the node's CPU pressure.
 */
final class CpuStealProbe implements Probe {

    private static final long SLEEP_NANOS = 5_000_000;

    /** Timers are late by some tenths of a millisecond, a collection of garbage takes about one. */
    private static final long TOLERANCE_NANOS = 3_000_000;

    private final ThrottledTime throttled;
    private boolean running;
    private long stolenNanos;
    private long delayedNanos;
    private long throttledBefore;

    CpuStealProbe(ThrottledTime throttled) {
        this.throttled = throttled;
        this.throttledBefore = throttled.nanos().orElse(0);
        Threads.start("steal", this::watch);
    }

    private void watch() {
        try (RunQueueDelay delay = new RunQueueDelay()) {
            long lastDelay = delay.nanos().orElse(-1);
            long last = System.nanoTime();
            while (lastDelay >= 0) {
                LockSupport.parkNanos(SLEEP_NANOS);
                long now = System.nanoTime();
                long delayNow = delay.nanos().orElse(-1);
                account(now - last - SLEEP_NANOS, delayNow - lastDelay);
                last = now;
                lastDelay = delayNow;
            }
        } catch (IOException e) {
            // No such file outside Linux: the node then reports neither steal nor pressure.
        }
    }

    private synchronized void account(long late, long delay) {
        running = true;
        delayedNanos += delay;
        long unexplained = late - delay;
        if (unexplained > TOLERANCE_NANOS) {
            stolenNanos += unexplained;
        }
    }

    @Override
    public synchronized void measure(Sample sample) {
        if (!running) {
            return;
        }
        long total = throttled.nanos().orElse(0);
        long throttledNanos = total - throttledBefore;
        throttledBefore = total;
        double elapsed = sample.elapsedNanos();
        sample.putShare(Metric.CPU_STEAL, (stolenNanos - throttledNanos) / elapsed);
        sample.putShare(Metric.CPU_PRESSURE, delayedNanos / elapsed);
        stolenNanos = 0;
        delayedNanos = 0;
    }
}
