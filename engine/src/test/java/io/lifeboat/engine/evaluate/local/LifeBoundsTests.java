package io.lifeboat.engine.evaluate.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifeBoundsTests {

    private static final Instant ONSET = Instant.parse("2026-01-01T00:00:00Z");
    private static final Truth CRASH = new Truth(
            "node-1", Component.DISK, "DISK_SLOW", ONSET, Optional.of(ONSET.plusSeconds(20)), Optional.empty());

    private static EngineEvent.Predicted said(
            String node, Component component, int second, int atLeast, boolean guaranteed) {
        Instant at = ONSET.plusSeconds(second);
        RemainingLife life = new RemainingLife(Duration.ofSeconds(99), Duration.ofSeconds(atLeast), guaranteed);
        Prediction prediction = new Prediction(
                node,
                component,
                at,
                Duration.ofSeconds(30),
                0.5,
                new Interval(0.4, 0.6),
                50,
                List.of(),
                List.of(),
                Guarantee.NONE,
                false,
                Optional.of(life));
        return new EngineEvent.Predicted(at, node, List.of(prediction), new Thresholds(0.1, 0.2, 0.3));
    }

    @Test
    void aFailureHoldsOnlyIfItOutlivesEveryBound() {
        LifeBounds kept = LifeBounds.of(
                List.of(said("node-1", Component.DISK, 5, 15, true), said("node-1", Component.DISK, 10, 6, true)),
                CRASH);
        LifeBounds broken = LifeBounds.of(
                List.of(said("node-1", Component.DISK, 5, 15, true), said("node-1", Component.DISK, 10, 11, true)),
                CRASH);

        assertThat(kept.guaranteed()).isEqualTo(2);
        assertThat(kept.guaranteedHeld()).isTrue();
        assertThat(kept.promised() / kept.lived()).isCloseTo(21 / 25.0, within(1e-9));
        assertThat(broken.guaranteedHeld()).isFalse();
        assertThat(broken.held()).isFalse();
    }

    @Test
    void aBoundThatNobodyGuaranteedDoesNotBreakTheGuarantee() {
        LifeBounds bounds = LifeBounds.of(
                List.of(said("node-1", Component.DISK, 5, 10, true), said("node-1", Component.DISK, 10, 20, false)),
                CRASH);

        assertThat(bounds.said()).isEqualTo(2);
        assertThat(bounds.guaranteed()).isOne();
        assertThat(bounds.guaranteedHeld()).isTrue();
        assertThat(bounds.held()).isFalse();
    }

    @Test
    void otherNodesComponentsAndMomentsDoNotCount() {
        LifeBounds bounds = LifeBounds.of(
                List.of(
                        said("node-2", Component.DISK, 5, 99, true),
                        said("node-1", Component.CPU, 5, 99, true),
                        said("node-1", Component.DISK, -1, 99, true),
                        said("node-1", Component.DISK, 21, 99, true)),
                CRASH);

        assertThat(bounds).isEqualTo(LifeBounds.NONE);
    }
}
