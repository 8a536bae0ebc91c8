package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is missing, and whenever it goes: no probability is higher than with it. */
class MissingSignalTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SICK = "node-1";
    private static final int SCENARIOS = 8;
    private static final int TICKS = 260;
    private static final int ONSET = 150;
    private static final double ROUNDING = 1e-9;

    private final LearnedModels models = LearnedModels.forLocalNodes();

    /** What is seen of three nodes, one of them in a run-up of some signals of one component. */
    private static final class Scenario {
        private final SplittableRandom random;
        private final Map<Metric, Double> rises = new EnumMap<>(Metric.class);
        private final Metric lost;
        private final int from;

        private Scenario(Component component, int seed) {
            random = new SplittableRandom(31L * seed + component.ordinal());
            List<Metric> metrics = FeatureSpace.of(Cadence.LIVE).metrics(component);
            metrics.forEach(metric -> rises.put(metric, random.nextBoolean() ? random.nextDouble() * far(metric) : 0));
            lost = metrics.get(random.nextInt(metrics.size()));
            from = 40 + random.nextInt(200);
        }

        private static double far(Metric metric) {
            return switch (metric) {
                case MEMORY_CORRECTED_ERRORS -> 20;
                case MEMORY_UNCORRECTED_ERRORS -> 0.5;
                case DISK_LATENCY -> 0.3;
                case DISK_ERRORS -> 3;
                case NETWORK_ROUND_TRIP -> 0.1;
                case NETWORK_RETRANSMITS -> 15;
                case CPU_TEMPERATURE -> 50;
                default -> 0.6;
            };
        }

        private static double normal(Metric metric) {
            return switch (metric) {
                case DISK_LATENCY -> 0.002;
                case NETWORK_ROUND_TRIP -> 0.0004;
                case CPU_TEMPERATURE -> 45;
                default -> 0.001;
            };
        }

        private Map<Metric, Double> values(String node, int tick) {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            for (Metric metric : FeatureSpace.of(Cadence.LIVE).metrics()) {
                double rise = node.equals(SICK) ? rises.getOrDefault(metric, 0.0) : 0;
                double way = Math.max(0, Math.min(1, (tick - ONSET) / 60.0));
                double noise = 0.2 * random.nextDouble() * (normal(metric) + rise * random.nextDouble());
                values.put(metric, normal(metric) + rise * way + noise);
            }
            return values;
        }
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void neverRaisesAProbability(Component component) {
        double highest = 0;
        for (int seed = 0; seed < SCENARIOS; seed++) {
            highest = Math.max(highest, compare(component, new Scenario(component, seed)));
        }
        // It would prove nothing if nothing had ever been said.
        assertThat(highest).isGreaterThan(0.5);
    }

    /** Returns the highest probability with all signals. */
    private double compare(Component component, Scenario scenario) {
        LearnedPredictor seeing = new LearnedPredictor(models);
        LearnedPredictor blind = new LearnedPredictor(models);
        double highest = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            Instant now = START.plusMillis(100L * tick);
            for (String node : List.of(SICK, "node-2", "node-3")) {
                Map<Metric, Double> values = scenario.values(node, tick);
                seeing.observe(new TelemetryFrame(node, now, values));
                if (node.equals(SICK) && tick >= scenario.from) {
                    values.remove(scenario.lost);
                }
                blind.observe(new TelemetryFrame(node, now, values));
            }
            double with = probability(seeing.predict(now), component);
            double without = probability(blind.predict(now), component);
            highest = Math.max(highest, with);
            if (isGone(scenario, tick)) {
                assertThat(without)
                        .as("%s without %s at tick %d of %s", component, scenario.lost, tick, scenario.rises)
                        .isLessThanOrEqualTo(with + ROUNDING);
            }
        }
        return highest;
    }

    /** Until it is stale the last value stands, which may have been higher than those that would have come. */
    private static boolean isGone(Scenario scenario, int tick) {
        return tick < scenario.from || tick > scenario.from + 10;
    }

    private static double probability(List<Prediction> predictions, Component component) {
        return predictions.stream()
                .filter(prediction -> prediction.node().equals(SICK) && prediction.component() == component)
                .mapToDouble(Prediction::probability)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noClassifierSaysMoreOfAMissingSignalThanOfAnyValue() {
        SplittableRandom random = new SplittableRandom(5);
        for (Component component : models.components()) {
            int features = FeatureSpace.of(Cadence.LIVE).names(component).size();
            int perMetric = SignalFeatures.NAMES.length;
            for (Classifier classifier :
                    Objects.requireNonNull(models.of(component)).members().classifiers()) {
                for (int trial = 0; trial < 200; trial++) {
                    float[] row = new float[features];
                    for (int f = 0; f < features; f++) {
                        row[f] = (float) ((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(5) - 2));
                    }
                    double seen = classifier.probability(row);
                    int from = random.nextInt(features / perMetric) * perMetric;
                    java.util.Arrays.fill(row, from, from + perMetric, ComponentView.ABSENT);
                    assertThat(classifier.probability(row)).isLessThanOrEqualTo(seen + ROUNDING);
                }
            }
        }
    }
}
