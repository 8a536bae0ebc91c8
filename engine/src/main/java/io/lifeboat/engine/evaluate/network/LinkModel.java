package io.lifeboat.engine.evaluate.network;

import io.lifeboat.engine.model.tree.BoostingSettings;
import io.lifeboat.engine.model.tree.GradientBoosting;
import io.lifeboat.engine.model.tree.Objective;
import io.lifeboat.engine.model.tree.TrainingSet;
import io.lifeboat.engine.model.tree.TreeEnsemble;
import io.lifeboat.engine.model.tree.TreeLimits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Boosted trees over the features of a link, and the probability from which an alarm is raised.
 *
 * @param trees the model
 * @param threshold the best F1 on the last part of the training data, under a model of the first part
 */
record LinkModel(TreeEnsemble trees, double threshold) {

    private static final double LEARN_SHARE = 0.7;

    /** @param failed one a row, with failures in both the first and the last part of them */
    static LinkModel train(float[][] rows, boolean[] failed, long seed, int threads) {
        int[] failures =
                IntStream.range(0, failed.length).filter(i -> failed[i]).toArray();
        if (failures.length < 10) {
            throw new IllegalArgumentException(
                    "The training data has %d failed steps, but 10 or more are needed. Maybe it ends before the failures."
                            .formatted(failures.length));
        }
        int split = failures[(int) (LEARN_SHARE * failures.length)];
        TreeEnsemble first = fit(Arrays.copyOf(rows, split), Arrays.copyOf(failed, split), seed, threads);
        double[] held = probabilities(first, Arrays.copyOfRange(rows, split, rows.length));
        double threshold = bestF1(held, Arrays.copyOfRange(failed, split, failed.length));
        return new LinkModel(fit(rows, failed, seed, threads), threshold);
    }

    double[] probabilities(float[][] rows) {
        return probabilities(trees, rows);
    }

    private static double[] probabilities(TreeEnsemble trees, float[][] rows) {
        return Arrays.stream(rows).mapToDouble(trees::predict).toArray();
    }

    private static TreeEnsemble fit(float[][] rows, boolean[] failed, long seed, int threads) {
        List<String> names = new ArrayList<>();
        float[][] columns = new float[rows[0].length][rows.length];
        float[] target = new float[rows.length];
        for (int f = 0; f < columns.length; f++) {
            names.add("f" + f);
            for (int row = 0; row < rows.length; row++) {
                columns[f][row] = rows[row][f];
            }
        }
        for (int row = 0; row < rows.length; row++) {
            target[row] = failed[row] ? 1 : 0;
        }
        BoostingSettings settings = BoostingSettings.of(Objective.LOGISTIC, seed)
                .withRounds(200, 0.05)
                .withShares(0.7, 0.5)
                .withLimits(new TreeLimits(15, 5, 3, 2, 0))
                .withThreads(threads);
        return GradientBoosting.train(TrainingSet.unweighted(names, columns, target), settings);
    }

    /** The threshold with the best F1, half-way to the next lower probability. */
    static double bestF1(double[] probabilities, boolean[] failed) {
        double[] sorted = Arrays.stream(probabilities).distinct().sorted().toArray();
        double best = -1;
        double threshold = 0.5;
        for (int i = 1; i < sorted.length; i++) {
            double f1 = LinkFigures.f1(probabilities, failed, sorted[i]);
            if (f1 > best) {
                best = f1;
                threshold = (sorted[i - 1] + sorted[i]) / 2;
            }
        }
        return threshold;
    }
}
