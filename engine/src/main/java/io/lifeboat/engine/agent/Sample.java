package io.lifeboat.engine.agent;

import io.lifeboat.engine.telemetry.Metric;
import java.util.EnumMap;
import java.util.Map;

/** The values of one tick. Not thread-safe. */
final class Sample {

    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);
    private final long nanos;
    private final long elapsedNanos;

    /**
     * @param nanos now, by the monotonic clock
     * @param elapsedNanos since the sample before; positive
     */
    Sample(long nanos, long elapsedNanos) {
        this.nanos = nanos;
        this.elapsedNanos = elapsedNanos;
    }

    long nanos() {
        return nanos;
    }

    long elapsedNanos() {
        return elapsedNanos;
    }

    void put(Metric metric, double value) {
        if (Double.isFinite(value)) {
            values.put(metric, value);
        }
    }

    /** As {@link #put}, cut to 0 to 1. */
    void putShare(Metric metric, double share) {
        put(metric, Math.min(1, Math.max(0, share)));
    }

    Map<Metric, Double> values() {
        return values;
    }
}
