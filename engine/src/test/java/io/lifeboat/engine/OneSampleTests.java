package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.LearnedPredictor;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One sample, however far out, of whatever metric: a garbage collection, a lost probe, a broken reading. */
class OneSampleTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SICK = "node-1";
    private static final Map<Metric, Double> NORMAL = normal();

    /** Long enough for every model to speak. */
    private static final int OUTLIER_MILLIS = 18_000;

    private static final int END_MILLIS = 23_000;

    private final List<TelemetryFrame> reported = new ArrayList<>();
    private final List<String> warned = new ArrayList<>();

    private static Map<Metric, Double> normal() {
        Map<Metric, Double> normal = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            if (metric.component().isPresent() && !metric.name().contains("SMART")) {
                normal.put(metric, 0.0);
            }
        }
        normal.put(Metric.CPU_TEMPERATURE, 45.0);
        normal.put(Metric.DISK_LATENCY, 0.002);
        normal.put(Metric.NETWORK_ROUND_TRIP, 0.0004);
        return normal;
    }

    static Stream<Arguments> outliers() {
        return Stream.of(
                        Map.entry(Metric.CPU_THROTTLED, List.of(0.3, 1.0)),
                        Map.entry(Metric.CPU_STEAL, List.of(0.3, 1.0)),
                        Map.entry(Metric.CPU_PRESSURE, List.of(1.0)),
                        Map.entry(Metric.CPU_TEMPERATURE, List.of(85.0, 120.0)),
                        Map.entry(Metric.MEMORY_CORRECTED_ERRORS, List.of(8.0, 60.0)),
                        Map.entry(Metric.MEMORY_UNCORRECTED_ERRORS, List.of(1.0, 20.0)),
                        Map.entry(Metric.MEMORY_PRESSURE, List.of(1.0)),
                        Map.entry(Metric.DISK_LATENCY, List.of(0.12, 0.5, 10.0)),
                        Map.entry(Metric.DISK_ERRORS, List.of(1.0, 50.0)),
                        Map.entry(Metric.DISK_PRESSURE, List.of(1.0)),
                        Map.entry(Metric.NETWORK_ROUND_TRIP, List.of(0.1, 1.0)),
                        Map.entry(Metric.NETWORK_LOSS, List.of(0.25, 1.0)),
                        Map.entry(Metric.NETWORK_RETRANSMITS, List.of(10.0, 100.0)))
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(value ->
                                Stream.of(100, 500, 900).map(every -> Arguments.of(entry.getKey(), value, every))));
    }

    @ParameterizedTest(name = "{0} of {1}, reported every {2} ms")
    @MethodSource("outliers")
    void raisesNoWarning(Metric metric, double outlier, int everyMillis) {
        LearnedModels models = LearnedModels.forLocalNodes();
        run(new LearnedPredictor(models), models.horizon(), metric, outlier, everyMillis);
        assertThat(warned).isEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}, reported every {2} ms, by rules alone")
    @MethodSource("outliers")
    void raisesNoWarningByRulesAlone(Metric metric, double outlier, int everyMillis) {
        run(new TrendPredictor(), Duration.ofSeconds(10), metric, outlier, everyMillis);
        assertThat(warned).isEmpty();
    }

    @Test
    void aPredictionThatStandsIsHeardOnce() {
        Prediction standing = new Prediction(
                SICK,
                Component.CPU,
                START,
                Duration.ofSeconds(10),
                0.9,
                Interval.UNKNOWN,
                10,
                List.of(),
                List.of(),
                Guarantee.NONE,
                false);
        FailurePredictor once = new FailurePredictor() {
            @Override
            public void observe(TelemetryFrame frame) {}

            @Override
            public List<Prediction> predict(Instant now) {
                return List.of(standing);
            }
        };
        run(once, Duration.ofSeconds(10), Metric.CPU_THROTTLED, 1, 500);
        assertThat(warned).isEmpty();
    }

    private void run(FailurePredictor predictor, Duration horizon, Metric metric, double outlier, int everyMillis) {
        Engine engine = engine(predictor, horizon);
        boolean out = false;
        for (int millis = 100; millis <= END_MILLIS; millis += 100) {
            Instant now = START.plusMillis(millis);
            if (millis % everyMillis == 0) {
                for (String node : List.of(SICK, "node-2", "node-3")) {
                    Map<Metric, Double> values = new EnumMap<>(NORMAL);
                    if (!out && millis >= OUTLIER_MILLIS && node.equals(SICK)) {
                        out = true;
                        values.put(metric, outlier);
                    }
                    reported.add(new TelemetryFrame(node, now, values));
                }
            }
            engine.tick(now);
        }
        assertThat(out).isTrue();
    }

    private Engine engine(FailurePredictor predictor, Duration horizon) {
        return Engine.builder()
                .operator(new Idle())
                .telemetry(() -> {
                    List<TelemetryFrame> frames = List.copyOf(reported);
                    reported.clear();
                    return frames;
                })
                .predictor(predictor)
                .config(EngineConfig.builder().horizon(horizon).build())
                .listener(event -> {
                    if (event instanceof EngineEvent.AlertRaised alert && alert.tier() != AlertTier.INFORMATIONAL) {
                        warned.add("%s at %.2f"
                                .formatted(alert.tier(), alert.prediction().probability()));
                    }
                })
                .build();
    }

    /** Three nodes, one with work that matters. */
    private final class Idle implements ClusterOperator {
        @Override
        public ClusterSnapshot snapshot() {
            return new ClusterSnapshot(
                    Stream.of(SICK, "node-2", "node-3")
                            .map(id -> new Node(id, new Resources(1, 1L << 30), NodeStatus.READY, Duration.ZERO))
                            .toList(),
                    List.of(new Workload(
                            "orders",
                            "orders",
                            Criticality.HIGH,
                            0,
                            Duration.ofSeconds(5),
                            new Resources(0.1, 1 << 20),
                            SICK,
                            0)));
        }

        @Override
        public Migration migrate(MigrationOrder order) {
            throw new AssertionError("nothing must be moved");
        }

        @Override
        public void cordon(String node) {
            warned.add("cordoned " + node);
        }

        @Override
        public void uncordon(String node) {}
    }
}
