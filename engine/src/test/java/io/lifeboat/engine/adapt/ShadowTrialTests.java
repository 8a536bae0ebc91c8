package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ShadowTrialTests {

    private static final DoubleUnaryOperator TRUTH = risk -> risk;

    /** Devices with a risk of their own; a scorer claims some function of it. */
    private static TrialVerdict trial(long seed, int outcomes, double noise, DoubleUnaryOperator challenger) {
        SplittableRandom random = new SplittableRandom(seed);
        ShadowTrial trial = new ShadowTrial(new TrialSettings(1_000, 30, 3_000));
        for (int i = 0; i < outcomes; i++) {
            double risk = Math.pow(random.nextDouble(), 4);
            double seen = noise == 0 ? risk : (1 - noise) * risk + noise * Math.pow(random.nextDouble(), 4);
            trial.add("device-" + i, risk, challenger.applyAsDouble(seen), random.nextDouble() < risk);
        }
        return trial.verdict();
    }

    @Test
    void anEqualChallengerIsNoWorse() {
        assertThat(trial(1, 1_000, 0, TRUTH)).isInstanceOf(TrialVerdict.NoWorse.class);
    }

    @Test
    void beforeEnoughOutcomesThereIsNoVerdict() {
        assertThat(trial(1, 999, 0, TRUTH)).isInstanceOf(TrialVerdict.Undecided.class);
    }

    @Test
    void aChallengerThatRanksWorseIsNeverPromoted() {
        for (long seed = 0; seed < 100; seed++) {
            TrialVerdict verdict = trial(seed, 1_000, 0.5, TRUTH);

            assertThat(verdict).as("seed %d: %s", seed, verdict.words()).isInstanceOf(TrialVerdict.Worse.class);
        }
    }

    @Test
    void aChallengerThatRanksTheSameButClaimsTooMuchOrTooLittleIsNeverPromoted() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(trial(seed, 1_000, 0, risk -> risk / 2)).isInstanceOf(TrialVerdict.Worse.class);
            assertThat(trial(seed, 1_000, 0, Math::sqrt)).isInstanceOf(TrialVerdict.Worse.class);
        }
    }

    @Test
    void theWordsGiveBothFigures() {
        assertThat(trial(3, 1_000, 0.5, TRUTH).words())
                .contains("1000 outcomes", "average precision", "observed over expected");
    }

    @Test
    void withTooFewFailuresTheChampionStaysInTheEnd() {
        ShadowTrial trial = new ShadowTrial(new TrialSettings(10, 5, 50));
        for (int i = 0; i < 50; i++) {
            trial.add("device-" + i, 0.1, 0.1, i < 4);
        }

        assertThat(trial.verdict())
                .isInstanceOfSatisfying(
                        TrialVerdict.Worse.class,
                        verdict -> assertThat(verdict.words()).contains("50 outcomes with 4 failures are too few"));
    }

    /** 1,000 devices that nobody acted on, for which both claim the same, and so many more that were moved. */
    private static ShadowTrial acted(int warned, double champion, double challenger, int outcomes) {
        SplittableRandom random = new SplittableRandom(1);
        ShadowTrial trial = new ShadowTrial(new TrialSettings(1_000, 30, 3_000));
        for (int i = 0; i < outcomes; i++) {
            double risk = Math.pow(random.nextDouble(), 4);
            trial.add("device-" + i, risk, risk, random.nextDouble() < risk);
        }
        for (int i = 0; i < warned; i++) {
            trial.unknown("moved-" + i, champion, challenger);
        }
        return trial;
    }

    @Test
    void aChallengerThatMayLoseEveryHitThatWasActedOnIsNotPromoted() {
        assertThat(acted(100, 0.9, 0.0, 1_000).verdict())
                .isInstanceOfSatisfying(
                        TrialVerdict.Withheld.class,
                        verdict -> assertThat(verdict.words()).contains("nobody knows what would have become of 100"));
    }

    @Test
    void whatOnlyTheChallengerWarnedOfIsUnknownAsWell() {
        assertThat(acted(100, 0.0, 0.9, 1_000).verdict()).isInstanceOf(TrialVerdict.Withheld.class);
    }

    @Test
    void aFewUnknownWarningsAndAnyNumberOfUnknownHealthyOnesDoNotMatter() {
        assertThat(acted(10, 0.9, 0.9, 1_000).verdict()).isInstanceOf(TrialVerdict.NoWorse.class);
        assertThat(acted(5_000, 0.1, 0.1, 1_000).verdict()).isInstanceOf(TrialVerdict.NoWorse.class);
    }

    @Test
    void aDeviceThatStaysOutOfObservationIsOneUnknownWarning() {
        ShadowTrial trial = acted(0, 0, 0, 1_000);
        for (int i = 0; i < 1_000; i++) {
            trial.unknown("cordoned", 0.9, 0.9);
        }

        assertThat(trial.verdict()).isInstanceOf(TrialVerdict.NoWorse.class);
    }

    @Test
    void inTheEndTheChampionStaysIfTooMuchWasActedOn() {
        assertThat(acted(1_000, 0.9, 0.9, 3_000).verdict())
                .isInstanceOfSatisfying(
                        TrialVerdict.Worse.class,
                        verdict -> assertThat(verdict.words()).contains("must end"));
    }
}
