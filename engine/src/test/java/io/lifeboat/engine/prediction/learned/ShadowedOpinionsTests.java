package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A sick disk, judged side by side with opinions that have seen it alone. */
class ShadowedOpinionsTests {

    private static ComponentModel champion;
    private static ComponentModel challenger;

    private final List<Double> challenged = new ArrayList<>();
    private final Merging merger = new Merging();

    @BeforeAll
    static void train() {
        champion = Objects.requireNonNull(Fleet.train(60).of(Component.DISK));
        challenger = Objects.requireNonNull(Fleet.train(45).of(Component.DISK));
    }

    private final class Merging implements Merger {
        private ComponentModel inUse = champion;
        private @Nullable ComponentModel shadow;

        @Override
        public ComponentModel model() {
            return inUse;
        }

        @Override
        public @Nullable ComponentModel challenger() {
            return shadow;
        }

        @Override
        public void challenged(String node, double claim) {
            challenged.add(claim);
        }

        @Override
        public Guarantee guarantee() {
            return Guarantee.NONE;
        }

        @Override
        public double probability(String node, Instant now, double[] opinions) {
            return inUse.merge().probability(opinions);
        }
    }

    private record Asked(long nanos, ComponentView view, Prediction trend) {}

    /** Does something at each moment of a run whose disk fails. */
    private void watch(BiConsumer<NodeFeatures, Asked> then) {
        Replay.run(Fleet.run(1), TrendSettings.defaults(), (now, node, peers, trend) -> {
            if (node.node().equals(Fleet.SICK)) {
                long nanos = EpochNanos.of(now);
                ComponentView view = ComponentView.of(node, Component.DISK, nanos, peers);
                then.accept(node, new Asked(nanos, view, trend.get(Component.DISK.ordinal())));
            }
        });
    }

    private static NodeOpinions alone(ComponentModel model, NodeFeatures node) {
        return new NodeOpinions(model.members(), node, TrendSettings.defaults().tolerances());
    }

    @Test
    void bothSeeWhatTheyWouldSeeAloneAlsoAfterTheChallengerTookOver() {
        List<NodeOpinions> all = new ArrayList<>();
        List<ShadowedOpinions> tested = new ArrayList<>();
        merger.shadow = challenger;
        watch((node, now) -> {
            if (all.isEmpty()) {
                all.add(alone(champion, node));
                all.add(alone(challenger, node));
                tested.add(new ShadowedOpinions(
                        merger, node, TrendSettings.defaults().tolerances()));
            }
            double[] first =
                    all.get(0).at(now.nanos(), now.view(), now.trend(), true).all();
            double[] second =
                    all.get(1).at(now.nanos(), now.view(), now.trend(), true).all();
            boolean tookOver = challenged.size() == 100;
            if (tookOver) {
                merger.inUse = challenger;
                merger.shadow = null;
            }
            double[] said =
                    tested.get(0).at(now.nanos(), now.view(), now.trend(), true).all();
            assertThat(said).isEqualTo(tookOver ? second : first);
            if (!tookOver) {
                assertThat(challenged.get(challenged.size() - 1))
                        .isEqualTo(challenger.merge().probability(second));
            }
        });
        assertThat(challenged).hasSize(100).anyMatch(claim -> claim > 0.1);
    }

    @Test
    void aChallengerThatThrowsDisturbsNothing() {
        ComponentModel broken = new ComponentModel(
                challenger.members(),
                new Merge(
                        new Stack(0, new double[0], new double[0]),
                        challenger.merge().calibration(),
                        new double[0],
                        challenger.merge().reliability(),
                        challenger.merge().window()),
                challenger.covered(),
                challenger.floors(),
                challenger.failureRate(),
                challenger.life());
        merger.shadow = broken;
        List<ShadowedOpinions> tested = new ArrayList<>();
        watch((node, now) -> {
            if (tested.isEmpty()) {
                tested.add(new ShadowedOpinions(
                        merger, node, TrendSettings.defaults().tolerances()));
            }
            assertThat(tested.get(0)
                            .at(now.nanos(), now.view(), now.trend(), true)
                            .all())
                    .isNotEmpty();
        });
        assertThat(challenged).isNotEmpty().allMatch(claim -> claim.isNaN());
    }
}
