package io.lifeboat.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link FailurePredictor} must do. */
public abstract class FailurePredictorContract {

    /** A fresh predictor. */
    protected abstract FailurePredictor predictor();

    private static Trace trace(FailurePredictor predictor) {
        return new Trace(5, predictor, (node, seconds, values, random) -> {
            if (node.equals(Trace.SICK)) {
                values.put(Metric.CPU_THROTTLED, Trace.ramp(seconds));
            }
        });
    }

    @Test
    void withoutTelemetryThereIsNothingToPredict() {
        assertThat(predictor().predict(Instant.EPOCH)).isEmpty();
    }

    @Test
    void everyNodeHeardOfGetsOnePredictionPerComponentInAStableOrder() {
        FailurePredictor predictor = predictor();
        for (String node : List.of("node-2", "node-1")) {
            predictor.observe(new TelemetryFrame(node, Instant.EPOCH, Map.of(Metric.CPU_UTILISATION, 0.5)));
        }
        List<Prediction> predictions = predictor.predict(Instant.EPOCH);
        assertThat(predictions)
                .extracting(Prediction::node)
                .containsExactly("node-2", "node-2", "node-2", "node-2", "node-1", "node-1", "node-1", "node-1");
        assertThat(predictions.subList(0, 4)).extracting(Prediction::component).containsExactly(Component.values());
    }

    @Test
    void tooLittleDataMeansAbstaining() {
        FailurePredictor predictor = predictor();
        predictor.observe(new TelemetryFrame("node-1", Instant.EPOCH, Map.of(Metric.CPU_THROTTLED, 1.0)));
        assertThat(predictor.predict(Instant.EPOCH)).allSatisfy(prediction -> {
            assertThat(prediction.abstained()).isTrue();
            assertThat(prediction.probability()).isZero();
        });
    }

    @Test
    void silenceMeansAbstaining() {
        FailurePredictor predictor = predictor();
        trace(predictor).run(10);
        assertThat(predictor.predict(Instant.EPOCH.plus(Duration.ofMinutes(1))))
                .hasSize(12)
                .allSatisfy(prediction -> {
                    assertThat(prediction.abstained()).isTrue();
                    assertThat(prediction.probability()).isZero();
                });
    }

    private static void observe(FailurePredictor predictor, Instant at, double throttled) {
        Map<Metric, Double> values = Map.of(Metric.CPU_THROTTLED, throttled, Metric.CPU_STEAL, 0.0);
        predictor.observe(new TelemetryFrame("node-1", at, values));
    }

    /** What is said of the processor of a node that is well for ten seconds, then dates one report an hour ahead, and then degrades. */
    private static Instant dateOneReportAhead(FailurePredictor predictor) {
        Instant now = Instant.EPOCH;
        for (int i = 0; i < 100; i++) {
            now = now.plusMillis(100);
            observe(predictor, now, 0);
            predictor.predict(now);
        }
        observe(predictor, now.plus(Duration.ofHours(1)), 0);
        return now;
    }

    @Test
    void aReportFromTheFutureBlindsNobody() {
        FailurePredictor predictor = predictor();
        Instant now = dateOneReportAhead(predictor);
        double highest = 0;
        for (int i = 0; i < 150; i++) {
            now = now.plusMillis(100);
            observe(predictor, now, Math.min(1, i / 100.0));
            highest = Math.max(highest, probability(predictor.predict(now), "node-1"));
        }
        assertThat(highest).isGreaterThan(0.2);
    }

    @Test
    void silenceAfterAReportFromTheFutureMeansAbstaining() {
        FailurePredictor predictor = predictor();
        Instant now = dateOneReportAhead(predictor);
        predictor.predict(now);
        assertThat(predictor.predict(now.plus(Duration.ofSeconds(5))))
                .hasSize(4)
                .allMatch(Prediction::abstained);
    }

    @Test
    void aClockThatIsSetBackBlindsNobodyAndHidesNoSilence() {
        FailurePredictor predictor = predictor();
        Instant now = dateOneReportAhead(predictor).minus(Duration.ofMinutes(20));
        double highest = 0;
        for (int i = 0; i < 150; i++) {
            now = now.plusMillis(100);
            observe(predictor, now, Math.min(1, i / 100.0));
            highest = Math.max(highest, probability(predictor.predict(now), "node-1"));
        }
        assertThat(highest).isGreaterThan(0.2);
        assertThat(predictor.predict(now.plus(Duration.ofSeconds(5)))).allMatch(Prediction::abstained);
    }

    private static List<Prediction> withoutTheOldest(FailurePredictor predictor, boolean forget) {
        List<Prediction> last = List.of();
        for (int i = 1; i <= 240; i++) {
            Instant now = Instant.EPOCH.plusMillis(100L * i);
            if (i < 50) {
                predictor.observe(new TelemetryFrame("oldest", now, Map.of(Metric.CPU_THROTTLED, 0.1)));
            }
            observe(predictor, now, Math.max(0, Math.min(1, (i - 150) / 100.0)));
            predictor.observe(new TelemetryFrame("other", now, Map.of(Metric.CPU_THROTTLED, 0.01 * (i % 3))));
            if (i == 180 && forget) {
                predictor.forget(List.of("oldest", "never heard of"));
            }
            last = predictor.predict(now);
        }
        return last;
    }

    @Test
    void aNodeThatIsForgottenChangesNothingForTheOthers() {
        List<Prediction> forgotten = withoutTheOldest(predictor(), true);
        List<Prediction> kept = withoutTheOldest(predictor(), false);
        assertThat(probability(forgotten, "node-1")).isGreaterThan(0.1);
        assertThat(forgotten).isEqualTo(kept.subList(4, 12));
    }

    @Test
    void aForgottenNodeThatReportsAgainStartsAnew() {
        FailurePredictor predictor = predictor();
        withoutTheOldest(predictor, true);
        Instant now = Instant.EPOCH.plusSeconds(25);
        predictor.observe(new TelemetryFrame("oldest", now, Map.of(Metric.CPU_THROTTLED, 0.1)));
        List<Prediction> all = predictor.predict(now);
        assertThat(all).hasSize(12);
        assertThat(all.subList(8, 12)).allMatch(prediction -> prediction.node().equals("oldest"));
        assertThat(all.subList(8, 12)).allMatch(Prediction::abstained);
    }

    @Test
    void aFailureThatComesIsMoreProbableThanNone() {
        List<Prediction> all = trace(predictor()).run(12);
        assertThat(probability(all, Trace.SICK)).isGreaterThan(probability(all, "node-1") + 0.2);
    }

    private static double probability(List<Prediction> all, String node) {
        return all.stream()
                .filter(prediction -> prediction.node().equals(node) && prediction.component() == Component.CPU)
                .reduce((first, second) -> second)
                .orElseThrow()
                .probability();
    }

    @Test
    void theSameFramesGiveTheSamePredictionsToTheBit() {
        List<Prediction> once = trace(predictor()).run(13);
        List<Prediction> again = trace(predictor()).run(13);
        assertThat(once).isEqualTo(again);
    }
}
