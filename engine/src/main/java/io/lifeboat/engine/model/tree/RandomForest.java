package io.lifeboat.engine.model.tree;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Grows a random forest on squared error. With a target of 0 and 1 that is the Gini criterion up to a factor, and the mean
 * of the trees is a probability.
 */
public final class RandomForest {

    private RandomForest() {}

    /** Trains; deterministic for the seed, whatever the number of threads. */
    public static TreeEnsemble train(TrainingSet set, ForestSettings settings) {
        int[] monotone = Monotone.directions(set.names(), settings.monotone());
        Tree[] trees = new Tree[settings.trees()];
        Streams streams = new Streams(settings.seed(), trees.length);
        try (Workers workers = new Workers(settings.threads());
                Workers inPlace = new Workers(1)) {
            BinnedColumns bins = new BinnedColumns(set.columns(), workers);
            workers.run(trees.length, t -> trees[t] = grow(set, bins, settings, monotone, streams.of(t), inPlace));
        }
        return new TreeEnsemble(set.names(), Objective.SQUARED_ERROR, 0, List.of(trees));
    }

    private static Tree grow(
            TrainingSet set,
            BinnedColumns bins,
            ForestSettings settings,
            int[] monotone,
            RandomGenerator random,
            Workers workers) {
        int[] drawn = new int[set.rows()];
        int wanted = (int) Math.max(1, Math.round(set.rows() * settings.rowShare()));
        for (int i = 0; i < wanted; i++) {
            drawn[random.nextInt(drawn.length)]++;
        }
        Derivatives derivatives = new Derivatives(set.rows());
        int[] rows = new int[set.rows()];
        int count = 0;
        for (int row = 0; row < drawn.length; row++) {
            if (drawn[row] > 0) {
                double weight = drawn[row] * set.weight()[row];
                derivatives.gradient()[row] = -weight * set.target()[row];
                derivatives.hessian()[row] = weight;
                rows[count++] = row;
            }
        }
        TreeGrower grower = new TreeGrower(
                bins,
                settings.limits(),
                monotone,
                derivatives,
                Arrays.copyOf(rows, count),
                IntStream.range(0, bins.features()).toArray(),
                random,
                workers);
        return grower.grow(1.0 / settings.trees(), (r, start, end, newton) -> newton);
    }
}
