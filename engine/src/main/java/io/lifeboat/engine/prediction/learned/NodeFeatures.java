package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
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
        long nanos = EpochNanos.of(frame.at());
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
    SignalFeatures known(Metric metric, long nanos) {
        SignalFeatures signal = signals[FeatureSpace.index(metric)];
        return signal != null && signal.isFresh(nanos, STALE_NANOS) && signal.age() >= WARM_UP ? signal : null;
    }

    /** The level, not a number if the signal is missing. */
    double level(Metric metric, long nanos) {
        SignalFeatures signal = signals[FeatureSpace.index(metric)];
        return signal != null && signal.isFresh(nanos, STALE_NANOS) ? signal.level() : Double.NaN;
    }

    /** One row for the models of a component: not a number where a signal is missing. */
    float[] row(Component component, long nanos, PeerTable peers) {
        List<Metric> metrics = FeatureSpace.metrics(component);
        float[] row = new float[metrics.size() * SignalFeatures.NAMES.length];
        Arrays.fill(row, Float.NaN);
        for (int i = 0; i < metrics.size(); i++) {
            SignalFeatures signal = known(metrics.get(i), nanos);
            if (signal != null) {
                double others = peers.upperWithout(metrics.get(i), signal.level());
                signal.write(row, i * SignalFeatures.NAMES.length, others);
            }
        }
        return row;
    }
}
