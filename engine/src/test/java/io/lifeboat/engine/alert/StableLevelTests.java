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
    void aCauseThatFlapsDownToAnInformationalAlertIsHeldJustSo() {
        int raised = 0;
        for (int i = 0; i < 75; i++) {
            int before = level.level();
            feed(0.9, 40);
            raised += before < 3 ? 1 : 0;
            feed(0.03, 40);
        }
        assertThat(raised).isBetween(2, 12);
        assertThat(feed(0.0, (int) Duration.ofMinutes(4).toMillis() / 100)).isZero();
    }

    @Test
    void soonAfterACriticalAlertWasLoweredOnlyANewMaximumMakesItCriticalAgain() {
        feed(0.8, 3);
        assertThat(feed(0.06, 40)).isEqualTo(1);
        assertThat(feed(0.8, 10)).isEqualTo(1);
        assertThat(feed(0.85, 1)).isEqualTo(3);
    }

    @Test
    void aFaultThatGrowsThroughAllLevelsIsNoFlapping() {
        feed(0.1, 10);
        feed(0.3, 10);
        assertThat(feed(0.9, 40)).isEqualTo(3);
        assertThat(feed(0.0, 60)).isZero();
    }

    @Test
    void thePeakIsThatSinceTheLevelWasEntered() {
        feed(0.95, 3);
        feed(0.06, 40);
        assertThat(level.peak()).isEqualTo(0.95);
        feed(0.06, 60);
        assertThat(feed(0.7, 3)).isEqualTo(3);
        assertThat(level.peak()).isEqualTo(0.7);
    }

    @Test
    void aProbabilityThatKeepsFallingBackForOneSampleIsRaisedByWhatPilesUp() {
        int samples = 0;
        while (level.level() < 3 && samples < 100) {
            feed(0.9, 2);
            feed(0.1, 1);
            samples += 3;
        }
        assertThat(level.level()).isEqualTo(3);
        // Never three in a row; log-odds of 0.9 for two thirds of the time make up for the rest within a few seconds.
        assertThat(samples).isBetween(9, 60);
    }

    @Test
    void whatStaysJustBelowAThresholdNeverRaisesHoweverLong() {
        assertThat(feed(THRESHOLDS.critical() - 1e-9, 50_000)).isEqualTo(2);
    }

    @Test
    void whatIsAboveOnlyOnTheWholeOfItsDipsBelowRaisesNothing() {
        for (int i = 0; i < 10_000; i++) {
            feed(0.6, 1);
            assertThat(feed(0.3, 1)).isLessThan(3);
        }
    }

    @Test
    void evidenceNeverMakesAnAlertLater() {
        AlertSettings defaults = AlertSettings.defaults();
        AlertSettings rowsOnly = new AlertSettings(
                defaults.onSamples(),
                1e9,
                defaults.allowance(),
                defaults.offRatio(),
                defaults.offAfter(),
                defaults.minDwell(),
                defaults.refractory(),
                defaults.flapHalfLife());
        SplittableRandom random = new SplittableRandom(2);
        for (int trace = 0; trace < 2000; trace++) {
            StableLevel with = new StableLevel(defaults);
            StableLevel without = new StableLevel(rowsOnly);
            double middle = random.nextDouble();
            for (int i = 0; i < 50; i++) {
                Instant at = Instant.EPOCH.plusMillis(100L * i);
                double probability = Math.max(0, Math.min(1, middle + random.nextDouble() - 0.5));
                with.update(at, probability, THRESHOLDS);
                assertThat(with.level()).isGreaterThanOrEqualTo(without.update(at, probability, THRESHOLDS));
            }
        }
    }

    @Test
    void afterTheEndOfAnAlertOnlyANewMaximumRingsAgain() {
        feed(0.8, 3);
        assertThat(feed(0.0, 40)).isZero();
        assertThat(feed(0.8, 10)).isZero();
        assertThat(feed(0.85, 1)).isEqualTo(3);
    }

    @Test
    void afterTheRefractoryTimeTheSameMaximumRingsAgain() {
        feed(0.8, 3);
        assertThat(feed(0.0, 40)).isZero();
        assertThat(feed(0.8, 60)).isEqualTo(3);
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

    @Test
    void oneThatIsPassedByWhileItRestsGoesTheSameWay() {
        StableLevel passedBy = new StableLevel(AlertSettings.defaults());
        SplittableRandom random = new SplittableRandom(5);
        int rested = 0;
        int raised = 0;
        boolean resting = false;
        double before = 0;
        Instant lastTick = now;
        for (int tick = 0; tick < 5_000; tick++) {
            // Mostly nothing, at times a burst.
            double probability = tick % 200 < 150 ? 0 : random.nextDouble();
            level.update(now, probability, THRESHOLDS);
            if (resting && probability == before) {
                rested++;
            } else {
                if (resting) {
                    passedBy.rested(lastTick);
                }
                passedBy.update(now, probability, THRESHOLDS);
            }
            assertThat(passedBy.level()).as("tick %d", tick).isEqualTo(level.level());
            raised += level.level() > 0 ? 1 : 0;
            resting = passedBy.rests(probability, THRESHOLDS);
            before = probability;
            lastTick = now;
            now = now.plusMillis(90 + random.nextInt(20));
        }
        assertThat(rested).isGreaterThan(1_000);
        assertThat(raised).isGreaterThan(500);
    }
}
