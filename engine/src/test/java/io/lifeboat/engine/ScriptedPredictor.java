package io.lifeboat.engine;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says of the processor of each node what a test wants, without looking at telemetry. */
final class ScriptedPredictor implements FailurePredictor {

    private final Map<String, Double> probabilities = new LinkedHashMap<>();

    void expect(String node, double probability) {
        probabilities.put(node, probability);
    }

    @Override
    public void observe(TelemetryFrame frame) {}

    @Override
    public List<Prediction> predict(Instant now) {
        return probabilities.entrySet().stream()
                .map(entry -> new Prediction(
                        entry.getKey(),
                        Component.CPU,
                        now,
                        Duration.ofSeconds(10),
                        entry.getValue(),
                        Interval.UNKNOWN,
                        100 * (1 - entry.getValue()),
                        List.of(new Evidence(Metric.CPU_THROTTLED, "throttled", 1)),
                        List.of(),
                        Guarantee.NONE,
                        false))
                .toList();
    }
}
