package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Share of time in which a quota held the node back. An idle node would never notice its quota, so a canary works for
 * 4 ms every 200 ms, which is 2 % of a processor; held back while it wanted to run counts in full, as that is what a
 * request would have met. Time spent waiting for busy neighbours does not count. Without a quota the value is exactly 0.
 */
final class CpuThrottledProbe implements Probe {

    private static final long BURST_NANOS = 4_000_000;
    private static final long PAUSE_NANOS = 196_000_000;

    /** The kernel enforces a quota tick by tick, so that one burst may slip through and the next pays for it. */
    private static final int BURSTS = 3;

    private final ThrottledTime throttled;
    private final Rate rate = new Rate();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AtomicLong heldBack = new AtomicLong(Double.doubleToLongBits(0));

    CpuThrottledProbe(ThrottledTime throttled) {
        this.throttled = throttled;
        if (throttled.nanos().isPresent()) {
            Threads.start("canary", this::sing);
        }
    }

    private void sing() {
        double[] last = new double[BURSTS];
        for (int burst = 0; ; burst = (burst + 1) % BURSTS) {
            last[burst] = burst();
            heldBack.set(Double.doubleToLongBits(Arrays.stream(last).average().orElse(0)));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Works, and says for which share of the time it was not allowed to. */
    private double burst() {
        long before = throttled.nanos().orElse(0);
        long start = threads.getCurrentThreadCpuTime();
        while (threads.getCurrentThreadCpuTime() - start < BURST_NANOS) {
            Thread.onSpinWait();
        }
        double held = throttled.nanos().orElse(before) - before;
        return held / (held + BURST_NANOS);
    }

    @Override
    public void measure(Sample sample) {
        OptionalLong total = throttled.nanos();
        if (total.isPresent()) {
            double bursts = Double.longBitsToDouble(heldBack.get());
            double overall = rate.of(total.getAsLong(), sample.nanos()).orElse(0);
            sample.putShare(Metric.CPU_THROTTLED, Math.max(bursts, overall));
        }
    }
}
