package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Three nodes with noisy telemetry every 100 ms; the shape says what goes wrong on top. */
final class Trace {

    static final String SICK = "node-2";
    static final double RAMP_START = 8;

    /** What differs from the usual, added to or replacing healthy values. */
    interface Shape {
        void apply(String node, double seconds, Map<Metric, Double> values, SplittableRandom random);
    }

    /** A prediction of the component on the sick node, by seconds since the start. */
    record Point(double seconds, Prediction prediction) {}

    private final SplittableRandom random;
    private final FailurePredictor predictor;
    private final Shape shape;

    Trace(long seed, FailurePredictor predictor, Shape shape) {
        this.random = new SplittableRandom(seed);
        this.predictor = predictor;
        this.shape = shape;
    }

    static double ramp(double seconds) {
        return Math.max(0, Math.min(1, (seconds - RAMP_START) / 5));
    }

    List<Prediction> run(double seconds) {
        List<Prediction> all = new ArrayList<>();
        for (int i = 0; i < seconds * 10; i++) {
            double time = i / 10.0;
            Instant now = Instant.EPOCH.plus(Duration.ofMillis(i * 100L));
            for (String node : List.of("node-1", SICK, "node-3")) {
                EnumMap<Metric, Double> values = healthy();
                shape.apply(node, time, values, random);
                if (!values.isEmpty()) {
                    predictor.observe(new TelemetryFrame(node, now, values));
                }
            }
            all.addAll(predictor.predict(now));
        }
        return all;
    }

    List<Point> of(Component component, double seconds) {
        return run(seconds).stream()
                .filter(prediction -> prediction.node().equals(SICK) && prediction.component() == component)
                .map(prediction -> new Point(prediction.at().toEpochMilli() / 1000.0, prediction))
                .toList();
    }

    /** When the probability had been at or above the threshold three times in a row; infinity if never. */
    static double alarm(List<Point> points, double threshold) {
        int above = 0;
        for (Point point : points) {
            above = point.prediction().probability() >= threshold ? above + 1 : 0;
            if (above == 3) {
                return point.seconds();
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private EnumMap<Metric, Double> healthy() {
        EnumMap<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.CPU_UTILISATION, 0.2 + 0.1 * random.nextDouble());
        values.put(Metric.CPU_PRESSURE, 0.1 * random.nextDouble());
        values.put(Metric.CPU_THROTTLED, 0.0);
        values.put(Metric.CPU_STEAL, 0.01 * random.nextDouble());
        values.put(Metric.MEMORY_USED, 0.4);
        values.put(Metric.MEMORY_CORRECTED_ERRORS, 0.0);
        values.put(Metric.MEMORY_UNCORRECTED_ERRORS, 0.0);
        // Latencies have long tails: mostly short, now and then ten times as long.
        values.put(Metric.DISK_LATENCY, 0.003 - 0.004 * StrictMath.log(random.nextDouble() + 1e-9));
        values.put(Metric.NETWORK_ROUND_TRIP, 0.0005 - 0.001 * StrictMath.log(random.nextDouble() + 1e-9));
        values.put(Metric.NETWORK_LOSS, 0.0);
        values.put(Metric.NETWORK_RETRANSMITS, 0.0);
        return values;
    }
}
