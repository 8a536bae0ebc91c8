package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All signals of one node, as the models see them. */
final class NodeFeatures {

    /** What is normal takes this long to learn, in seconds. */
    private static final double WARM_UP = 1;

    private final String node;
    private final @Nullable SignalFeatures[] signals;
    private final double[] floors;
    private final long staleNanos;

    /** Features whose noise is what the rules call noise. */
    NodeFeatures(String node, TrendSettings rules) {
        this(node, rules, Map.of());
    }

    /**
     * @param rules a signal without newer data than their {@link TrendSettings#staleAfter} is missing
     * @param trained what counts as noise by signal, where models were trained with it; the rules' of all others
     */
    NodeFeatures(String node, TrendSettings rules, Map<Metric, Double> trained) {
        this.node = node;
        this.staleNanos = rules.staleAfter().toNanos();
        List<Metric> metrics = FeatureSpace.metrics();
        this.signals = new SignalFeatures[metrics.size()];
        this.floors = metrics.stream()
                .mapToDouble(metric -> trained.getOrDefault(metric, FeatureSpace.floor(metric, rules.tolerances())))
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
    }

    /** What was observed last counts for nothing if it is from the future: all that comes would look older. */
    void forgetFuture(long nanos) {
        for (SignalFeatures signal : signals) {
            if (signal != null) {
                signal.forgetFuture(nanos, staleNanos);
            }
        }
    }

    /** The signal, if there is fresh data of it and it knows what is normal. */
    @Nullable
    SignalFeatures known(Metric metric, long nanos) {
        SignalFeatures signal = signals[FeatureSpace.index(metric)];
        return signal != null && signal.isFresh(nanos, staleNanos) && signal.age() >= WARM_UP ? signal : null;
    }

    /** The level, not a number if the signal is missing. */
    double level(Metric metric, long nanos) {
        SignalFeatures signal = signals[FeatureSpace.index(metric)];
        return signal != null && signal.isFresh(nanos, staleNanos) ? signal.level() : Double.NaN;
    }

    /** Until when all that is fresh now stays so if nothing is observed, in nanoseconds; the end of time if nothing is. */
    long freshUntil(long nanos) {
        long until = Long.MAX_VALUE;
        for (SignalFeatures signal : signals) {
            if (signal != null && signal.isFresh(nanos, staleNanos)) {
                until = Math.min(until, signal.freshUntil(staleNanos));
            }
        }
        return until;
    }
}
