package io.lifeboat.engine.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DriftWatchTests {

    private static final List<String> NAMES = List.of("heat", "errors", "model");

    private final Random random = new Random(42);
    private final DriftWatch watch = new DriftWatch(NAMES, DriftSettings.defaults());

    /** A level, a rare count and a constant. */
    private static float[] row(Random random, double heat) {
        return new float[] {(float) (heat + 3 * random.nextGaussian()), random.nextInt(20) == 0 ? 1 : 0, 5};
    }

    private void run(int rows, double heat, double claimed, double failing) {
        for (int i = 0; i < rows; i++) {
            watch.scored(row(random, heat), claimed + 0.02 * random.nextDouble());
            watch.outcome(claimed, random.nextDouble() < failing);
        }
    }

    @Test
    void stationaryStreamsDriftInAtMostOneOfAHundred() {
        int drifted = 0;
        for (int seed = 0; seed < 100; seed++) {
            Random own = new Random(seed);
            DriftWatch still = new DriftWatch(NAMES, DriftSettings.defaults());
            boolean drift = false;
            for (int i = 0; i < 5_000; i++) {
                still.scored(row(own, 60), 0.1 * own.nextDouble());
                still.outcome(0.05, own.nextDouble() < 0.05);
                drift |= i % 100 == 0 && !still.drifts().isEmpty();
            }
            drifted += drift ? 1 : 0;
        }
        assertThat(drifted).isLessThanOrEqualTo(1);
    }

    @Test
    void aFeatureThatMovesIsNamedWithTheDetectorsThatAgree() {
        run(2_000, 60, 0.05, 0.05);
        assertThat(watch.drifts()).isEmpty();

        run(400, 65, 0.05, 0.05);

        assertThat(watch.drifts()).singleElement().satisfies(drift -> {
            assertThat(drift.what()).isEqualTo("heat");
            assertThat(drift.detectors()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(drift.words()).contains("heat drifted", "agree", "median went from");
        });
    }

    @Test
    void scoresThatMoveAreNoticed() {
        run(2_000, 60, 0.05, 0.05);
        run(400, 60, 0.09, 0.09);

        assertThat(watch.drifts()).extracting(Drift::what).contains("scores").doesNotContain("heat");
    }

    @Test
    void failuresThatComeMoreOftenThanClaimedAreNoticedThoughInputsStayTheSame() {
        run(2_000, 60, 0.05, 0.05);
        run(600, 60, 0.05, 0.25);

        assertThat(watch.drifts()).singleElement().satisfies(drift -> {
            assertThat(drift.what()).isEqualTo("outcomes");
            assertThat(drift.words()).contains("failed where", "were claimed to");
        });
    }

    @Test
    void aReferenceOfTheTrainingShowsWhatWasDifferentFromTheFirstDay() {
        List<float[]> trained =
                random.ints(1_000).mapToObj(i -> row(random, 60)).toList();
        DriftWatch against = new DriftWatch(NAMES, DriftSettings.defaults(), trained);
        Random hot = new Random(1);
        for (int i = 0; i < 600; i++) {
            against.scored(row(hot, 66), 0.05);
        }

        assertThat(against.drifts()).extracting(Drift::what).containsExactly("heat");
    }

    @Test
    void oneDetectorAloneIsNotBelieved() {
        Agreement agreement = new Agreement(100);
        agreement.hear("PSI", true);
        assertThat(agreement.agreeing()).isEmpty();

        agreement.hear("ADWIN", true);
        assertThat(agreement.agreeing()).containsExactly("ADWIN", "PSI");

        for (int i = 0; i < 101; i++) {
            agreement.tick();
        }
        agreement.hear("PSI", true);
        assertThat(agreement.agreeing()).isEmpty();
    }

    @Test
    void missingValuesAreCountedButMoveNoMean() {
        Reference reference = new Reference(new double[] {1, 2, 3, Double.NaN});

        assertThat(reference.rank(2)).isEqualTo(0.5);
        assertThat(reference.bin(Double.NaN)).isEqualTo(reference.bins() - 1);
        assertThat(reference.bin(0)).isNotEqualTo(reference.bin(1)).isZero();
    }

    @Test
    void anUnchangedDistributionHasNoIndexAndAnotherOneHas() {
        double[] values = random.doubles(10_000).toArray();
        PopulationStability same = new PopulationStability(new Reference(values), 1_000, 0.2);
        PopulationStability squared = new PopulationStability(new Reference(values), 1_000, 0.2);
        random.doubles(1_000).forEach(value -> {
            same.add(value);
            squared.add(value * value);
        });

        assertThat(same.index()).isLessThan(0.05);
        assertThat(squared.index()).isGreaterThan(0.2);
    }

    @Test
    void rowsOfAnotherWidthAreRefused() {
        assertThatThrownBy(() -> watch.scored(new float[2], 0)).hasMessageContaining("2 values, but there are 3");
    }
}
