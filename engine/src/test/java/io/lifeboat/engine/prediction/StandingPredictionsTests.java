package io.lifeboat.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Predictions that stand are those that would be made anew. */
class StandingPredictionsTests {

    private static final int NODES = 12;

    private final TrendPredictor predictor = new TrendPredictor();

    /** Hears of every node at every tick, though nothing that has a tolerance: so it judges everything again. */
    private final TrendPredictor untiring = new TrendPredictor();

    private static Instant at(int tick) {
        return Instant.EPOCH.plus(Duration.ofMillis(50L * tick));
    }

    private static Map<Metric, Double> values(int node, int tick, SplittableRandom random) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        double ramp = Math.max(0, Math.min(1, (tick - 160) / 100.0));
        // Two nodes degrade; at the end a disturbance takes hold of all.
        double sick = node == 3 || node == 7 ? ramp : 0;
        double shared = tick > 280 ? 0.2 : 0;
        values.put(Metric.CPU_THROTTLED, sick + shared + 0.02 * random.nextDouble());
        values.put(Metric.NETWORK_ROUND_TRIP, 0.001 + 0.3 * sick + 0.05 * random.nextDouble());
        values.put(Metric.DISK_LATENCY, 0.01 * random.nextDouble());
        return values;
    }

    private void report(int tick, SplittableRandom random) {
        for (int node = 0; node < NODES; node++) {
            String name = "node-" + node;
            // Every second or third tick, each in its turn; one falls silent for a while.
            boolean reports = (tick + node) % (2 + node % 2) == 0 && !(node == 5 && tick > 200 && tick < 250);
            if (reports) {
                TelemetryFrame frame = new TelemetryFrame(name, at(tick), values(node, tick, random));
                predictor.observe(frame);
                untiring.observe(frame);
            }
            if (tick > 3) {
                untiring.observe(new TelemetryFrame(name, at(tick), Map.of(Metric.CPU_UTILISATION, 0.5)));
            }
        }
    }

    private static List<List<Object>> withoutTime(List<Prediction> predictions) {
        return predictions.stream()
                .map(p -> List.<Object>of(
                        p.node(),
                        p.component(),
                        p.probability(),
                        p.health(),
                        p.evidence(),
                        p.opinions(),
                        p.abstained()))
                .toList();
    }

    @Test
    void theyAreWhatJudgingEverythingAgainWouldSay() {
        SplittableRandom random = new SplittableRandom(9);
        double highest = 0;
        for (int tick = 0; tick < 360; tick++) {
            report(tick, random);
            List<Prediction> made = predictor.predict(at(tick));

            assertThat(withoutTime(made)).as("tick %d", tick).isEqualTo(withoutTime(untiring.predict(at(tick))));
            highest = Math.max(
                    highest,
                    made.stream().mapToDouble(Prediction::probability).max().orElse(0));
        }
        assertThat(highest).isGreaterThan(0.8);
    }

    @Test
    void aQuietNodeKeepsItsPredictionsUntilItReportsOrFallsSilent() {
        SplittableRandom random = new SplittableRandom(10);
        IntStream.range(0, 100).forEach(tick -> {
            report(tick, random);
            predictor.predict(at(tick));
        });
        List<Prediction> before = predictor.predict(at(100));
        List<Prediction> later = predictor.predict(at(101));

        assertThat(later).hasSameSizeAs(before);
        for (int i = 0; i < later.size(); i++) {
            assertThat(later.get(i)).isSameAs(before.get(i));
        }
        assertThat(predictor.predict(at(140))).allMatch(Prediction::abstained);
        assertThat(before).noneMatch(p -> p.component() == Component.CPU && p.abstained());
    }

    @Test
    void theyDoNotDependOnTheNumberOfThreads() {
        SplittableRandom random = new SplittableRandom(11);
        TrendPredictor one = new TrendPredictor(TrendSettings.defaults(), NodeRanges.one());
        TrendPredictor many = new TrendPredictor(TrendSettings.defaults(), new NodeRanges(5, 1));
        for (int tick = 0; tick < 360; tick++) {
            for (int node = tick % 2; node < NODES; node += 2) {
                TelemetryFrame frame = new TelemetryFrame("node-" + node, at(tick), values(node, tick, random));
                one.observe(frame);
                many.observe(frame);
            }
            assertThat(many.predict(at(tick))).as("tick %d", tick).isEqualTo(one.predict(at(tick)));
        }
        assertThat(one.predict(at(360))).anyMatch(prediction -> prediction.probability() > 0.5);
    }

    @Test
    void rulesThatAreAskedBeforeOthersLetWhatSaysNothingNewStand() {
        TrendPredictor asked = TrendPredictor.asked(TrendSettings.defaults(), NodeRanges.one());
        int stood = 0;
        for (int tick = 0; tick < 320; tick++) {
            SplittableRandom random = new SplittableRandom(tick);
            for (int node = 0; node < NODES; node += 1 + tick % 2) {
                TelemetryFrame frame = new TelemetryFrame("node-" + node, at(tick), values(node, tick, random));
                predictor.observe(frame);
                asked.observe(frame);
            }
            List<Prediction> expected = predictor.predict(at(tick));
            Standing standing = asked.judge(at(tick));
            assertThat(withoutTime(standing.predictions())).isEqualTo(withoutTime(expected));
            for (int i = 0; i < expected.size(); i++) {
                Component component = expected.get(i).component();
                int node = i / Component.values().length;
                Prediction before = standing.find(node, component);
                Prediction dated = standing.dated(node, component);
                assertThat(dated.at()).isEqualTo(expected.get(i).at());
                stood += dated == before ? 0 : 1;
            }
        }
        assertThat(stood).isGreaterThan(1_000);
    }
}
