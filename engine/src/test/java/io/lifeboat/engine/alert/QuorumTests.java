package io.lifeboat.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuorumTests {

    private static final Thresholds THRESHOLDS = new Thresholds(0.05, 0.15, 0.25);

    private final Quorum quorum = new Quorum(QuorumSettings.defaults());
    private final Voice voice = new Voice(AlertSettings.defaults(), SignalFamily.defaults());
    private final Voice other = new Voice(AlertSettings.defaults(), SignalFamily.defaults());
    private Instant now = Instant.EPOCH;

    private void hear(Voice who, double probability, List<Opinion> opinions, Evidence... evidence) {
        Prediction prediction = new Prediction(
                "node-1",
                Component.CPU,
                now,
                Duration.ofSeconds(10),
                probability,
                Interval.UNKNOWN,
                50,
                Arrays.asList(evidence),
                opinions,
                Guarantee.NONE,
                false);
        who.hear(now, prediction, THRESHOLDS);
    }

    private void hear(double probability, Evidence... evidence) {
        hear(voice, probability, List.of(), evidence);
    }

    private static Evidence evidence(Metric metric, double contribution) {
        return new Evidence(metric, metric.name(), contribution);
    }

    private Confirmation judge() {
        return quorum.judge(now, List.of(voice), List.of(other));
    }

    @Test
    void oneSignalAloneIsNotBelievedAtOnce() {
        hear(0.9, evidence(Metric.CPU_THROTTLED, 1));
        assertThat(judge().given()).isFalse();
        assertThat(judge().reason()).contains("one signal alone: cpu throttled");
    }

    @Test
    void oneSignalThatLastsIsBelieved() {
        for (int i = 0; i <= 5; i++) {
            assertThat(judge().given()).as("after %d ms", 100 * i).isFalse();
            now = Instant.EPOCH.plusMillis(100L * i);
            hear(0.9, evidence(Metric.CPU_THROTTLED, 1));
        }
        assertThat(judge().given()).isTrue();
        assertThat(judge().reason()).contains("cpu throttled, for 0.5 s");
    }

    @Test
    void theTimeCountsFromTheWarningOnAndOneNoisySampleDoesNotEndIt() {
        hear(0.16, evidence(Metric.CPU_THROTTLED, 1));
        now = now.plusMillis(200);
        hear(0.1, evidence(Metric.CPU_THROTTLED, 1));
        now = now.plusMillis(200);
        hear(0.9, evidence(Metric.CPU_THROTTLED, 1));
        assertThat(judge().given()).isFalse();
        now = now.plusMillis(200);
        hear(0.9, evidence(Metric.CPU_THROTTLED, 1));
        assertThat(judge().given()).isTrue();
    }

    @Test
    void timeAloneIsNoWitnessItTakesSeveralPredictions() {
        hear(0.9, evidence(Metric.DISK_LATENCY, 1));
        now = now.plusMillis(500);
        hear(0.9, evidence(Metric.DISK_LATENCY, 1));
        now = now.plusSeconds(10);
        assertThat(judge().given()).isFalse();
        assertThat(judge().reason()).contains("3 predictions");
        hear(0.9, evidence(Metric.DISK_LATENCY, 1));
        assertThat(judge().given()).isTrue();
    }

    @Test
    void theTimeBeginsAnewAfterSilenceAndForAnotherSignal() {
        hear(0.9, evidence(Metric.CPU_THROTTLED, 1));
        voice.silence();
        now = now.plusMillis(600);
        hear(0.9, evidence(Metric.CPU_THROTTLED, 1));
        assertThat(judge().given()).isFalse();
        now = now.plusMillis(300);
        hear(0.01);
        now = now.plusMillis(300);
        hear(0.9, evidence(Metric.CPU_THROTTLED, 1));
        assertThat(judge().given()).isFalse();
        now = now.plusMillis(400);
        hear(0.9, evidence(Metric.CPU_STEAL, 1));
        assertThat(judge().given()).isFalse();
    }

    @Test
    void twoIndependentSignalsAreBelievedAtOnceAndTwoOfOneCounterAreNot() {
        hear(0.9, evidence(Metric.NETWORK_LOSS, 0.6), evidence(Metric.NETWORK_RETRANSMITS, 0.4));
        assertThat(judge().given()).isFalse();
        hear(0.9, evidence(Metric.NETWORK_LOSS, 0.6), evidence(Metric.NETWORK_ROUND_TRIP, 0.4));
        assertThat(judge())
                .isEqualTo(new Confirmation(true, "independent signals agree: network loss, network round trip"));
    }

    @Test
    void aSignalThatHardlySpeaksIsNoWitness() {
        hear(0.9, evidence(Metric.NETWORK_LOSS, 0.95), evidence(Metric.NETWORK_ROUND_TRIP, 0.05));
        assertThat(judge().given()).isFalse();
    }

    @Test
    void aWarningOfAnotherComponentIsAWitness() {
        hear(other, 0.2, List.of(), evidence(Metric.DISK_LATENCY, 1));
        hear(0.9, evidence(Metric.CPU_THROTTLED, 1));
        assertThat(judge().reason()).isEqualTo("independent signals agree: cpu throttled, disk latency");
    }

    @Test
    void twoKindsOfModelsAreBelievedAndTwoOfOneKindAreNot() {
        List<Opinion> alike = List.of(
                opinion("gradient boosting", 0.9, Metric.CPU_THROTTLED),
                opinion("random forest", 0.8, Metric.CPU_STEAL));
        hear(voice, 0.9, alike, evidence(Metric.CPU_THROTTLED, 1));
        assertThat(judge().given()).isFalse();
        List<Opinion> different = List.of(
                opinion("gradient boosting", 0.9, Metric.CPU_THROTTLED),
                Opinion.abstained("own history"),
                opinion("trend", 0.3, Metric.CPU_STEAL));
        hear(voice, 0.9, different, evidence(Metric.CPU_THROTTLED, 1));
        assertThat(judge().reason()).isEqualTo("independent models agree: learned from failures, trend");
    }

    @Test
    void modelsThatLookAtOneCounterAreOneWitness() {
        List<Opinion> oneCounter = List.of(
                opinion("gradient boosting", 0.9, Metric.NETWORK_LOSS),
                opinion("own history", 0.9, Metric.NETWORK_RETRANSMITS),
                opinion("trend", 0.9, Metric.NETWORK_LOSS));
        hear(voice, 0.9, oneCounter, evidence(Metric.NETWORK_LOSS, 1));
        assertThat(judge().given()).isFalse();
        List<Opinion> unnamed = List.of(new Opinion("gradient boosting", 0.9, false), new Opinion("trend", 0.9, false));
        hear(voice, 0.9, unnamed, evidence(Metric.NETWORK_LOSS, 1));
        assertThat(judge().given()).isFalse();
    }

    private static Opinion opinion(String model, double probability, Metric about) {
        return new Opinion(model, probability, false, Optional.of(about));
    }

    @Test
    void whatIsAFailureAlreadyNeedsNoWitness() {
        hear(0.9, evidence(Metric.MEMORY_UNCORRECTED_ERRORS, 1));
        assertThat(judge().given()).isTrue();
        hear(0.9, new Evidence(Metric.CPU_TEMPERATURE, "97 degrees", 1, Evidence.Course.BEYOND_LIMIT));
        assertThat(judge()).isEqualTo(new Confirmation(true, "it is a failure already: 97 degrees"));
        hear(0.9, evidence(Metric.CPU_TEMPERATURE, 1));
        assertThat(judge().given()).isFalse();
    }

    @Test
    void oneSignalThatRisesSteadilyIsBelievedAtOnceUnlessItHardlySpeaks() {
        hear(0.9, new Evidence(Metric.CPU_THROTTLED, "to 80 % in 2 s", 1, Evidence.Course.RISING));
        assertThat(judge()).isEqualTo(new Confirmation(true, "one signal that rises steadily: to 80 % in 2 s"));
        hear(0.9, evidence(Metric.CPU_STEAL, 1), new Evidence(Metric.CPU_THROTTLED, "", 0.01, Evidence.Course.RISING));
        assertThat(judge().given()).isFalse();
    }

    @Test
    void aPredictionWithoutEvidenceIsOneSignal() {
        hear(0.9);
        hear(0.9);
        now = now.plusSeconds(1);
        hear(0.9);
        assertThat(judge().reason()).contains("unnamed signal, for 1.0 s");
    }
}
