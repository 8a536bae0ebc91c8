package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.util.OptionalLong;

/** Share of time in which a quota held the node back. */
final class CpuThrottledProbe implements Probe {

    private final ThrottledTime throttled;
    private final Rate rate = new Rate();

    CpuThrottledProbe(ThrottledTime throttled) {
        this.throttled = throttled;
    }

    @Override
    public void measure(Sample sample) {
        OptionalLong total = throttled.nanos();
        if (total.isPresent()) {
            rate.of(total.getAsLong(), sample.nanos()).ifPresent(share -> sample.putShare(Metric.CPU_THROTTLED, share));
        }
    }
}
