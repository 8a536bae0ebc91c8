package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GateTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final NodeFeatures node =
            new NodeFeatures("node-1", TrendSettings.defaults(), FeatureSpace.of(Cadence.LIVE));
    private Instant now = START;

    private void report(Metric metric, double... values) {
        for (double value : values) {
            now = now.plusMillis(500);
            node.observe(new TelemetryFrame("node-1", now, Map.of(metric, value)));
        }
    }

    private Gate gate(Prediction rules) {
        long nanos = io.lifeboat.engine.telemetry.EpochNanos.of(now);
        return Gate.of(node, Component.DISK, Set.of(Metric.DISK_LATENCY), rules, nanos);
    }

    private static Prediction rules(double probability, Evidence... evidence) {
        return new Prediction(
                "node-1",
                Component.DISK,
                START,
                Duration.ofSeconds(30),
                probability,
                Interval.UNKNOWN,
                100,
                List.of(evidence),
                List.of(),
                Guarantee.NONE,
                false);
    }

    private static Evidence evidence(Metric metric, double contribution) {
        return new Evidence(metric, metric.name(), contribution);
    }

    @Test
    void oneSampleOpensNothingAndSeveralDo() {
        report(Metric.DISK_LATENCY, 0, 0, 0, 0, 0.5);
        assertThat(gate(rules(0)).isClosed()).isTrue();
        report(Metric.DISK_LATENCY, 0);
        assertThat(gate(rules(0)).isClosed()).isTrue();
        report(Metric.DISK_LATENCY, 0, 0, 0, 0.2, 0.2);
        assertThat(gate(rules(0)).isClosed()).isTrue();
        report(Metric.DISK_LATENCY, 0.2);
        assertThat(gate(rules(0)).isClosed()).isFalse();
    }

    @Test
    void oneSampleBelowIsNoiseTwoAreAnEnd() {
        report(Metric.DISK_LATENCY, 0, 0, 0, 0, 0.3, 0, 0.3);
        assertThat(gate(rules(0)).risen()).isTrue();
        report(Metric.DISK_LATENCY, 0, 0);
        assertThat(gate(rules(0)).risen()).isFalse();
    }

    @Test
    void untilASignalHasRisenModelsCountUpToWhatTheRulesSay() {
        report(Metric.DISK_LATENCY, 0, 0, 0, 0);
        assertThat(gate(rules(0.3, evidence(Metric.DISK_LATENCY, 1))).probability(0.9))
                .isCloseTo(0.3, within(1e-12));
    }

    @Test
    void ofSignalsOutsideTrainingTheRulesSayAsMuchAsWithoutTheOthers() {
        report(Metric.DISK_LATENCY, 0, 0, 0, 0);
        // 0.4 by the one and 0.2 by the other.
        Prediction both = rules(
                1 - 0.6 * 0.8, evidence(Metric.DISK_LATENCY, 0.4 / 0.6), evidence(Metric.DISK_PRESSURE, 0.2 / 0.6));
        assertThat(gate(both).outside()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void withoutAnySignalOfTheTrainingTheRulesSpeakAlone() {
        report(Metric.DISK_PRESSURE, 0, 0, 0, 0);
        assertThat(gate(rules(0.3, evidence(Metric.DISK_PRESSURE, 1))).probability(0.9))
                .isCloseTo(0.3, within(1e-12));
    }
}
