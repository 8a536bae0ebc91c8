package io.lifeboat.engine.model.classify;

import io.lifeboat.engine.model.tree.BoostingSettings;
import io.lifeboat.engine.model.tree.GradientBoosting;
import io.lifeboat.engine.model.tree.Objective;
import io.lifeboat.engine.model.tree.TrainingSet;
import io.lifeboat.engine.model.tree.TreeLimits;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/** Gradient boosting on log loss: {@value #ROUNDS} small trees, for some ten thousand rows of which few end in a failure. */
public final class BoostingTrainer implements ClassifierTrainer {

    /** Its name. */
    public static final String NAME = "gradient boosting";

    private static final int ROUNDS = 200;

    /** Made by {@link java.util.ServiceLoader}. */
    public BoostingTrainer() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Classifier train(TrainingSet rows, Map<String, Integer> monotone, long seed, int threads) {
        Classifiers.requireTrainable(rows, monotone, threads);
        // Leaves of little curvature hold single failures: at a base rate of 1 % a weight of 1 is about a hundred rows.
        BoostingSettings settings = BoostingSettings.of(Objective.LOGISTIC, seed)
                .withRounds(ROUNDS, 0.06)
                .withShares(0.7, 0.7)
                .withLimits(new TreeLimits(16, 6, 1, 5, 0))
                .withMonotone(monotone)
                .withThreads(threads);
        return new TreeClassifier(NAME, GradientBoosting.train(rows, settings));
    }

    @Override
    public Classifier read(DataInput in) throws IOException {
        return TreeClassifier.read(NAME, Objective.Kind.LOGISTIC, in);
    }
}
