package io.lifeboat.engine.model.classify;

import io.lifeboat.engine.model.tree.ForestSettings;
import io.lifeboat.engine.model.tree.Objective;
import io.lifeboat.engine.model.tree.RandomForest;
import io.lifeboat.engine.model.tree.TrainingSet;
import io.lifeboat.engine.model.tree.TreeLimits;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/** A random forest of {@value #TREES} deep trees; slower to read than boosting, but hard to lead astray. */
public final class ForestTrainer implements ClassifierTrainer {

    /** Its name. */
    public static final String NAME = "random forest";

    private static final int TREES = 100;

    /** Made by {@link java.util.ServiceLoader}. */
    public ForestTrainer() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Classifier train(TrainingSet rows, Map<String, Integer> monotone, long seed, int threads) {
        Classifiers.requireTrainable(rows, monotone, threads);
        int offered = (int) Math.ceil(Math.sqrt(rows.names().size()));
        ForestSettings settings = new ForestSettings(TREES, new TreeLimits(256, 14, 5, 0, offered), 1, seed, threads);
        return new TreeClassifier(NAME, RandomForest.train(rows, settings.withMonotone(monotone)));
    }

    @Override
    public Classifier read(DataInput in) throws IOException {
        return TreeClassifier.read(NAME, Objective.Kind.SQUARED_ERROR, in);
    }
}
