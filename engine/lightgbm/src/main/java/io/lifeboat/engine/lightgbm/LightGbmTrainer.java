package io.lifeboat.engine.lightgbm;

import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.model.classify.ClassifierTrainer;
import io.lifeboat.engine.model.classify.Classifiers;
import io.lifeboat.engine.model.tree.TrainingSet;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/**
 * Gradient boosting by LightGBM, as large as that of our own. Training and reading throw {@link IllegalStateException} where the
 * native library cannot be loaded. The same bytes for the same seed are promised on one machine, not between processors.
 */
public final class LightGbmTrainer implements ClassifierTrainer {

    /** Its name. */
    public static final String NAME = "lightgbm";

    /** Made by {@link java.util.ServiceLoader}; loads no native code. */
    public LightGbmTrainer() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Classifier train(TrainingSet rows, Map<String, Integer> monotone, long seed, int threads) {
        Classifiers.requireTrainable(rows, monotone, threads);
        NativeLibrary.require();
        String text = new LightGbmTraining(rows, monotone, seed, threads).run();
        return LightGbmClassifier.of(rows.names(), text);
    }

    @Override
    public Classifier read(DataInput in) throws IOException {
        NativeLibrary.require();
        return LightGbmClassifier.read(in);
    }
}
