package io.lifeboat.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StableLevelTests {

    private static final Thresholds THRESHOLDS = new Thresholds(0.05, 0.2, 0.5);

    private final StableLevel level = new StableLevel(AlertSettings.defaults());
    private Instant now = Instant.EPOCH;

    private int feed(double probability, int times) {
        for (int i = 0; i < times; i++) {
            level.update(now, probability, THRESHOLDS);
            now = now.plusMillis(100);
        }
        return level.level();
    }

    @Test
    void twoHighSamplesAreNotEnoughAndThreeAre() {
        assertThat(feed(0.9, 2)).isZero();
        assertThat(feed(0.0, 1)).isZero();
        assertThat(feed(0.9, 2)).isZero();
        assertThat(feed(0.9, 1)).isEqualTo(3);
    }

    @Test
    void aLevelIsLeftOnlyFarBelowItsThresholdAndForLong() {
        feed(0.9, 3);
        assertThat(feed(0.3, 100)).isEqualTo(3);
        assertThat(feed(0.2, 15)).isEqualTo(3);
        assertThat(feed(0.2, 20)).isEqualTo(2);
    }

    @Test
    void itFallsToTheLevelThatStillHoldsOrEnds() {
        feed(0.9, 3);
        assertThat(feed(0.0, 40)).isZero();
    }

    @Test
    void abstainingNeitherRaisesNorClears() {
        feed(0.9, 2);
        level.abstain();
        assertThat(feed(0.9, 2)).isZero();
        feed(0.9, 3);
        for (int i = 0; i < 1000; i++) {
            level.abstain();
            now = now.plusMillis(100);
        }
        assertThat(level.level()).isEqualTo(3);
    }

    @Test
    void aFlappingCauseHoldsTheAlertOpenInsteadOfRingingAgain() {
        int raised = 0;
        for (int i = 0; i < 60; i++) {
            int before = level.level();
            feed(0.9, 3);
            raised += before == 0 ? 1 : 0;
            feed(0.0, 40);
        }
        assertThat(raised).isBetween(2, 10);
        assertThat(feed(0.0, (int) Duration.ofMinutes(3).toMillis() / 100)).isZero();
    }

    @Test
    void noiseAroundTheThresholdDoesNotFlap() {
        SplittableRandom random = new SplittableRandom(1);
        int changes = 0;
        for (int i = 0; i < 10_000; i++) {
            int before = level.level();
            changes += feed(0.5 + 0.3 * (random.nextDouble() - 0.5), 1) == before ? 0 : 1;
        }
        assertThat(changes).isBetween(1, 3);
    }
}
