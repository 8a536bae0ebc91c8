package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Share of time in which a quota held the node back. An idle node would never notice its quota, so a canary wants a
 * processor for 8 ms every 400 ms, which is 2 % of one; held back while it wanted to run counts in full, as that is
 * what a request would have met. Without a quota the value is exactly 0.
 */
final class CpuThrottledProbe implements Probe {

    private static final long BURST_NANOS = 8_000_000;
    private static final long PAUSE_NANOS = 392_000_000;

    private final ThrottledTime throttled;
    private final Rate rate = new Rate();
    private volatile double lastBurst;
    private volatile double burstBefore;

    CpuThrottledProbe(ThrottledTime throttled) {
        this.throttled = throttled;
        if (throttled.nanos().isPresent()) {
            Threads.start("canary", this::sing);
        }
    }

    private void sing() {
        while (true) {
            long before = throttled.nanos().orElse(0);
            long start = System.nanoTime();
            while (System.nanoTime() - start < BURST_NANOS) {
                Thread.onSpinWait();
            }
            long wall = System.nanoTime() - start;
            // Two, as a burst that meets the change of the quota's period gets the quota of both periods.
            burstBefore = lastBurst;
            lastBurst = (throttled.nanos().orElse(before) - before) / (double) wall;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void measure(Sample sample) {
        OptionalLong total = throttled.nanos();
        if (total.isPresent()) {
            double bursts = Math.max(lastBurst, burstBefore);
            double overall = rate.of(total.getAsLong(), sample.nanos()).orElse(0);
            sample.putShare(Metric.CPU_THROTTLED, Math.max(bursts, overall));
        }
    }
}
