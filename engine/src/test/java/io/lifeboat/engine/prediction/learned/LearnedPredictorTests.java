package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.FailurePredictorContract;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LearnedPredictorTests extends FailurePredictorContract {

    /** Not seen in training. */
    private static final int CPU_RUN = 300;

    private static final int HEALTHY_RUN = 302;

    private static LearnedModels models;

    @BeforeAll
    static void train() {
        models = Fleet.train(60);
    }

    @Override
    protected FailurePredictor predictor() {
        return new LearnedPredictor(models);
    }

    private static List<Prediction> replay(List<TelemetryFrame> frames, FailurePredictor predictor) {
        List<Prediction> all = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            predictor.observe(frames.get(i));
            if (i + 1 == frames.size()
                    || frames.get(i + 1).at().isAfter(frames.get(i).at())) {
                all.addAll(predictor.predict(frames.get(i).at()));
            }
        }
        return all;
    }

    private static Prediction at(List<Prediction> all, double seconds, Component component) {
        Instant moment = Fleet.START.plusMillis((long) (seconds * 1000));
        return all.stream()
                .filter(prediction -> prediction.at().equals(moment)
                        && prediction.node().equals(Fleet.SICK)
                        && prediction.component() == component)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void warnsOfARunUpEarlierThanRulesDo() {
        List<TelemetryFrame> frames = Fleet.frames(CPU_RUN);
        double learned = at(replay(frames, predictor()), 7, Component.CPU).probability();
        double rules =
                at(replay(frames, new TrendPredictor()), 7, Component.CPU).probability();
        assertThat(learned).isGreaterThan(0.5).isGreaterThan(rules);
    }

    @Test
    void healthyNodesStayLowAndASpikeIsSoonForgotten() {
        for (Prediction prediction : replay(Fleet.frames(HEALTHY_RUN), predictor())) {
            double seconds = (prediction.at().toEpochMilli() - Fleet.START.toEpochMilli()) / 1000.0;
            boolean afterSpike = prediction.node().equals(Fleet.SICK) && seconds > 7.8 && seconds < 10;
            if (!afterSpike) {
                assertThat(prediction.probability())
                        .as("%s of %s at %s s", prediction.component(), prediction.node(), seconds)
                        .isLessThan(0.25);
            }
        }
    }

    @Test
    void blamesTheComponentThatIsFailingAndSaysWhy() {
        List<Prediction> all = replay(Fleet.frames(CPU_RUN), predictor());
        Prediction cpu = at(all, 12, Component.CPU);
        assertThat(at(all, 12, Component.DISK).probability()).isLessThan(0.1);
        assertThat(cpu.evidence()).first().satisfies(evidence -> {
            assertThat(evidence.metric()).isEqualTo(Metric.CPU_THROTTLED);
            assertThat(evidence.reason()).contains("throttled", "% of the time", "above its own history", "peers");
        });
        assertThat(cpu.evidence().stream().mapToDouble(Evidence::contribution).sum())
                .isBetween(0.5, 1.0001);
    }

    @Test
    void tellsWhichModelsSpokeAndHowSureTheyAreTogether() {
        Prediction cpu = at(replay(Fleet.frames(CPU_RUN), predictor()), 12, Component.CPU);
        assertThat(cpu.opinions())
                .extracting(Opinion::model)
                .containsExactly(
                        "gradient boosting", "random forest", "own history", "random cut forest", "forecast", "trend");
        assertThat(cpu.horizon()).isEqualTo(Fleet.HORIZON);
        assertThat(cpu.interval().low()).isLessThanOrEqualTo(cpu.probability());
        assertThat(cpu.interval().high()).isGreaterThanOrEqualTo(cpu.probability());
        assertThat(cpu.interval()).isNotEqualTo(Interval.UNKNOWN);
    }

    @Test
    void aSignalThatNeverMovedInTrainingIsLeftToTheRules() {
        List<TelemetryFrame> hot = changed(
                CPU_RUN + 2,
                (seconds, values) -> values.put(Metric.CPU_TEMPERATURE, 50 + Math.max(0, seconds - 5) * 5));
        Prediction cpu = at(replay(hot, predictor()), 13, Component.CPU);
        assertThat(cpu.probability()).isGreaterThan(0.5);
        assertThat(cpu.evidence()).first().extracting(Evidence::metric).isEqualTo(Metric.CPU_TEMPERATURE);
    }

    @Test
    void aComponentWithoutAModelIsLeftToTheRulesWithoutGuarantee() {
        Prediction network = at(replay(Fleet.frames(CPU_RUN), predictor()), 12, Component.NETWORK);
        assertThat(models.problems()).anySatisfy(problem -> assertThat(problem).contains("NETWORK", "record more"));
        assertThat(network.opinions()).extracting(Opinion::model).containsExactly("trend");
        assertThat(network.guarantee().isGiven()).isFalse();
    }

    @Test
    void aSignalThatIsMissingNeverRaisesAProbabilityAndWidensTheInterval() {
        List<TelemetryFrame> blind = changed(HEALTHY_RUN, (seconds, values) -> {
            if (seconds > 5) {
                values.keySet().retainAll(List.of(Metric.NETWORK_ROUND_TRIP));
            }
        });
        List<Prediction> all = replay(blind, predictor());
        List<Prediction> seeing = replay(Fleet.frames(HEALTHY_RUN), predictor());
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).probability())
                    .isLessThanOrEqualTo(seeing.get(i).probability() + 1e-9);
        }
        assertThat(at(all, 10, Component.CPU).abstained()).isTrue();
        assertThat(at(all, 10, Component.CPU).interval()).isEqualTo(Interval.UNKNOWN);
    }

    private interface Change {
        void apply(double seconds, Map<Metric, Double> values);
    }

    private static List<TelemetryFrame> changed(int run, Change change) {
        return Fleet.frames(run).stream()
                .map(frame -> {
                    Map<Metric, Double> values = new EnumMap<>(frame.values());
                    if (frame.node().equals(Fleet.SICK)) {
                        change.apply((frame.at().toEpochMilli() - Fleet.START.toEpochMilli()) / 1000.0, values);
                    }
                    return new TelemetryFrame(frame.node(), frame.at(), values);
                })
                .toList();
    }
}
