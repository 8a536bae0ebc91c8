package io.lifeboat.engine.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GradientBoostingTests {

    private static final BoostingSettings SQUARED =
            BoostingSettings.of(Objective.SQUARED_ERROR, 7).withRounds(150, 0.1);

    @Test
    void learnsAnInteractionThatNoSingleFeatureShows() {
        TrainingSet training = Samples.of(2_000, 3, 0, 1, row -> row[0] > 0.5 ^ row[1] > 0.5 ? 1 : 0);
        TrainingSet unseen = Samples.of(500, 3, 0, 2, row -> row[0] > 0.5 ^ row[1] > 0.5 ? 1 : 0);

        TreeEnsemble model = GradientBoosting.train(training, SQUARED);

        assertThat(Samples.rmse(model, unseen)).isLessThan(0.12);
    }

    @Test
    void logisticProbabilitiesMatchTheFrequencyTheyWereLearnedFrom() {
        SplittableRandom coin = new SplittableRandom(3);
        TrainingSet training =
                Samples.of(6_000, 1, 0, 4, row -> coin.nextDouble() < (row[0] < 0.5 ? 0.1 : 0.7) ? 1 : 0);

        TreeEnsemble model = GradientBoosting.train(
                training,
                BoostingSettings.of(Objective.LOGISTIC, 1)
                        .withRounds(60, 0.1)
                        .withLimits(new TreeLimits(3, 2, 20, 1, 0)));

        assertThat(model.predict(new float[] {0.2f})).isCloseTo(0.1, within(0.05));
        assertThat(model.predict(new float[] {0.8f})).isCloseTo(0.7, within(0.07));
    }

    @Test
    void pinballLossGivesTheQuantileAskedFor() {
        TrainingSet training = Samples.of(4_000, 1, 1, 5, row -> 10 * row[0]);

        TreeEnsemble model = GradientBoosting.train(
                training, BoostingSettings.of(Objective.pinball(0.9), 1).withRounds(150, 0.1));

        long below = 0;
        for (int r = 0; r < training.rows(); r++) {
            below += training.target()[r] <= model.predict(training.row(r)) ? 1 : 0;
        }
        assertThat(below / 4_000.0).isCloseTo(0.9, within(0.03));
    }

    @Test
    void missingValuesTakeTheWayThatTrainingShowed() {
        TrainingSet complete = Samples.of(1_000, 1, 0, 6, row -> row[0]);
        for (int r = 0; r < 500; r++) {
            complete.columns()[0][r] = Float.NaN;
            complete.target()[r] = 5;
        }

        TreeEnsemble model = GradientBoosting.train(complete, SQUARED);

        assertThat(model.predict(new float[] {Float.NaN})).isCloseTo(5, within(0.2));
        assertThat(model.predict(new float[] {0.5f})).isCloseTo(0.5, within(0.2));
    }

    @Test
    void aMonotoneConstraintHoldsEverywhereEvenAgainstTheData() {
        TrainingSet training = Samples.of(2_000, 2, 0.2, 8, row -> Math.sin(9 * row[0]) + row[1]);

        TreeEnsemble model = GradientBoosting.train(training, SQUARED.withMonotone(Map.of("x0", 1)));

        for (float x1 = 0; x1 < 1; x1 += 0.1f) {
            double before = Double.NEGATIVE_INFINITY;
            for (float x0 = 0; x0 < 1; x0 += 0.01f) {
                double now = model.predict(new float[] {x0, x1});
                assertThat(now).isGreaterThanOrEqualTo(before - 1e-6);
                before = now;
            }
        }
        assertThat(model.predict(new float[] {0.99f, 0.5f}) - model.predict(new float[] {0, 0.5f}))
                .isGreaterThan(0.1);
    }

    @Test
    void heavierRowsPullThePrediction() {
        float[] target = new float[100];
        float[] weight = new float[100];
        for (int r = 0; r < 100; r++) {
            target[r] = r % 2;
            weight[r] = r % 2 == 1 ? 3 : 1;
        }
        TrainingSet set = new TrainingSet(Samples.names(1), new float[1][100], target, weight);

        assertThat(GradientBoosting.train(set, SQUARED.withShares(1, 1)).predict(new float[] {0}))
                .isCloseTo(0.75, within(1e-6));
    }

    @Test
    void stopsEarlyWhenThereIsNothingToLearn() {
        TrainingSet noise = Samples.of(300, 2, 1, 9, row -> 0);
        TrainingSet otherNoise = Samples.of(300, 2, 1, 10, row -> 0);

        TreeEnsemble model = GradientBoosting.train(noise, otherNoise, SQUARED.withRounds(400, 0.1));

        assertThat(model.trees()).isLessThan(20);
    }

    @Test
    void sameSeedGivesTheSameBytesWhateverTheNumberOfThreads() {
        TrainingSet set = Samples.of(1_500, 6, 0.3, 11, row -> row[0] * row[1] - row[2]);

        byte[] one = bytes(GradientBoosting.train(set, SQUARED.withThreads(1)));
        byte[] four = bytes(GradientBoosting.train(set, SQUARED.withThreads(4)));
        byte[] otherSeed = bytes(GradientBoosting.train(
                set, BoostingSettings.of(Objective.SQUARED_ERROR, 8).withRounds(150, 0.1)));

        assertThat(four).isEqualTo(one);
        assertThat(Arrays.equals(otherSeed, one)).isFalse();
    }

    @Test
    void contributionsExplainTheRawScoreAndNameTheGuiltyFeature() {
        TrainingSet set = Samples.of(2_000, 3, 0, 12, row -> 4 * row[1]);
        TreeEnsemble model = GradientBoosting.train(set, SQUARED);

        double[] high = model.contributions(new float[] {0.5f, 0.95f, 0.5f});
        double[] low = model.contributions(new float[] {0.5f, 0.05f, 0.5f});

        assertThat(high[1]).isGreaterThan(1.5);
        assertThat(low[1]).isLessThan(-1.5);
        double differenceOfRaw =
                model.raw(new float[] {0.5f, 0.95f, 0.5f}) - model.raw(new float[] {0.5f, 0.05f, 0.5f});
        assertThat(Arrays.stream(high).sum() - Arrays.stream(low).sum()).isCloseTo(differenceOfRaw, within(1e-4));
    }

    @Test
    void refusesWhatCannotBeLearnedAndSaysWhy() {
        TrainingSet set = Samples.of(10, 1, 0, 13, row -> 3);

        assertThatThrownBy(() -> GradientBoosting.train(set, BoostingSettings.of(Objective.LOGISTIC, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.0 is no probability");
        assertThatThrownBy(() -> GradientBoosting.train(set, SQUARED.withMonotone(Map.of("heat", 1))))
                .hasMessageContaining("'heat'");
        assertThatThrownBy(() -> SQUARED.withMonotone(Map.of("x0", 2))).hasMessageContaining("1 or -1");
        assertThatThrownBy(() -> SQUARED.withShares(0, 1)).hasMessageContaining("rowShare is 0.0");
        assertThatThrownBy(() -> new TrainingSet(
                        Samples.names(1), new float[1][2], new float[] {0, Float.NaN}, new float[] {1, 1}))
                .hasMessageContaining("Row 1")
                .hasMessageContaining("NaN");
    }

    @Test
    void aRowOfAnotherModelIsRefused() {
        TreeEnsemble model = GradientBoosting.train(Samples.of(50, 2, 0, 14, row -> row[0]), SQUARED);

        assertThatThrownBy(() -> model.predict(new float[3]))
                .hasMessageContaining("3 values")
                .hasMessageContaining("2 features");
    }

    static byte[] bytes(TreeEnsemble model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            model.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
