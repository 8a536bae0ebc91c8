package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.NodeRanges;
import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a predictor may leave out in a large fleet, and what not. */
class LargeFleetTests {

    private static LearnedModels models;

    @BeforeAll
    static void train() {
        models = Fleet.train(60);
    }

    private static LearnedPredictor predictor(int threads) {
        return new LearnedPredictor(models, TrendSettings.defaults(), new NodeRanges(threads, 1));
    }

    private static Instant at(int tick) {
        return Fleet.START.plusMillis(tick * 100L);
    }

    /** Ten nodes report in turn; the processor of the fourth gets worse. */
    private static List<TelemetryFrame> frames(int nodes, int tick) {
        SplittableRandom random = new SplittableRandom(tick);
        return IntStream.range(0, nodes)
                .filter(node -> (node + tick) % 2 == 0)
                .mapToObj(node -> {
                    double worse = node == 3 ? Math.max(0, (tick - 60) / 60.0) : 0;
                    Map<Metric, Double> values = new EnumMap<>(Metric.class);
                    values.put(Metric.CPU_THROTTLED, worse + 0.02 * random.nextDouble());
                    values.put(Metric.CPU_PRESSURE, worse / 2 + 0.05 * random.nextDouble());
                    values.put(Metric.DISK_LATENCY, 0.01 + 0.01 * random.nextDouble());
                    return new TelemetryFrame("node-" + node, at(tick), values);
                })
                .toList();
    }

    private static List<Prediction> run(LearnedPredictor predictor, int nodes, int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            frames(nodes, tick).forEach(predictor::observe);
            predictor.predict(at(tick));
        }
        return predictor.predict(at(ticks));
    }

    private static Prediction sick(List<Prediction> predictions) {
        return predictions.stream()
                .filter(p -> p.node().equals("node-3") && p.component() == Component.CPU)
                .findFirst()
                .orElseThrow();
    }

    private static boolean forestSpeaks(List<Prediction> predictions) {
        return predictions.stream()
                .flatMap(prediction -> prediction.opinions().stream())
                .anyMatch(opinion -> opinion.model().equals(Members.RANDOM_CUT) && !opinion.abstained());
    }

    @Test
    void theForestAbstainsThereAndTheOthersSpeak() {
        List<Prediction> small = run(predictor(1), 10, 320);
        List<Prediction> large = run(predictor(1), 258, 320);

        assertThat(forestSpeaks(small)).isTrue();
        assertThat(forestSpeaks(large)).isFalse();
        assertThat(large).filteredOn(p -> p.probability() > 0.5).isNotEmpty().allSatisfy(p -> {
            assertThat(p.node()).isEqualTo("node-3");
            assertThat(p.component()).isEqualTo(Component.CPU);
            assertThat(p.evidence()).isNotEmpty();
            assertThat(p.opinions()).filteredOn(Opinion::abstained).hasSize(1);
        });
    }

    @Test
    void predictionsDoNotDependOnTheNumberOfThreads() {
        LearnedPredictor one = predictor(1);
        LearnedPredictor many = predictor(3);
        for (int tick = 0; tick < 130; tick++) {
            List<TelemetryFrame> frames = frames(10, tick);
            frames.forEach(one::observe);
            frames.forEach(many::observe);

            assertThat(many.predict(at(tick))).as("tick %d", tick).isEqualTo(one.predict(at(tick)));
        }
    }

    @Test
    void aNodeThatReportedNothingKeepsItsPredictions() {
        LearnedPredictor predictor = predictor(1);
        List<Prediction> before = run(predictor, 10, 40);
        frames(10, 41).forEach(predictor::observe);
        List<Prediction> after = predictor.predict(at(41));

        for (int i = 0; i < before.size(); i++) {
            String node = before.get(i).node();
            boolean reported =
                    frames(10, 41).stream().anyMatch(frame -> frame.node().equals(node));
            if (reported) {
                assertThat(after.get(i)).isNotSameAs(before.get(i));
            } else {
                assertThat(after.get(i)).isSameAs(before.get(i));
            }
        }
    }

    @Test
    void reasonsAreTheSameWheneverTheyAreAskedFor() {
        LearnedPredictor asked = predictor(1);
        LearnedPredictor late = predictor(1);
        Prediction early = sick(run(asked, 10, 110));
        String words = early.toString();
        Prediction kept = sick(run(late, 10, 110));
        for (int tick = 111; tick < 130; tick++) {
            frames(10, tick).forEach(late::observe);
            late.predict(at(tick));
        }

        assertThat(early.evidence()).isNotEmpty();
        assertThat(kept).hasToString(words);
    }
}
