package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All signals of one node, as the models see them. */
final class NodeFeatures {

    /** A signal without newer data than this is missing. */
    static final long STALE_NANOS = 1_000_000_000L;

    /** What is normal takes this long to learn, in seconds. */
    private static final double WARM_UP = 1;

    private final String node;
    private final @Nullable SignalFeatures[] signals;
    private final double[] floors;
    private boolean changed;

    NodeFeatures(String node, List<Tolerance> tolerances) {
        this.node = node;
        List<Metric> metrics = FeatureSpace.metrics();
        this.signals = new SignalFeatures[metrics.size()];
        this.floors = metrics.stream()
                .mapToDouble(metric -> FeatureSpace.floor(metric, tolerances))
                .toArray();
    }

    String node() {
        return node;
    }

    void observe(TelemetryFrame frame) {
        long nanos = nanos(frame.at());
        List<Metric> metrics = FeatureSpace.metrics();
        for (int i = 0; i < signals.length; i++) {
            Double value = frame.values().get(metrics.get(i));
            if (value != null) {
                SignalFeatures signal = signals[i];
                if (signal == null) {
                    signal = new SignalFeatures(floors[i]);
                    signals[i] = signal;
                }
                signal.observe(nanos, value);
            }
        }
        changed = true;
    }

    /** Whether anything was observed since this was last asked. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** The signal, if there is fresh data of it and it knows what is normal. */
    @Nullable
    SignalFeatures known(int metric, long nanos) {
        SignalFeatures signal = signals[metric];
        return signal != null && signal.isFresh(nanos, STALE_NANOS) && signal.age() >= WARM_UP ? signal : null;
    }

    /** The level, not a number if the signal is missing. */
    double level(int metric, long nanos) {
        SignalFeatures signal = signals[metric];
        return signal != null && signal.isFresh(nanos, STALE_NANOS) ? signal.level() : Double.NaN;
    }

    /** One row for the models: not a number where a signal is missing. */
    float[] row(long nanos, PeerTable peers) {
        float[] row = new float[FeatureSpace.size()];
        Arrays.fill(row, Float.NaN);
        for (int i = 0; i < signals.length; i++) {
            SignalFeatures signal = known(i, nanos);
            if (signal != null) {
                signal.write(row, FeatureSpace.offset(i), peers.upperWithout(i, signal.level()));
            }
        }
        return row;
    }

    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
