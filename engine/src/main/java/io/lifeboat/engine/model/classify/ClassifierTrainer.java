package io.lifeboat.engine.model.classify;

import io.lifeboat.engine.model.tree.TrainingSet;
import java.io.DataInput;
import java.io.IOException;
import java.util.Map;

/**
 * Learns the probability of failure within the horizon from rows of window features. Found with {@link java.util.ServiceLoader}.
 * Stateless and thread-safe; every component of a node gets a classifier of its own.
 */
public interface ClassifierTrainer {

    /** Its unique name, such as {@code gradient boosting}; model files keep it, so it must not change. */
    String name();

    /**
     * Learns. The same rows, constraints and seed give the same classifier to the bit, whatever the number of threads.
     *
     * @param rows targets of 0 (no failure within the horizon) and 1 (failure), both present; values may be missing
     * @param monotone by feature name: +1 if the probability must not fall when the feature rises, -1 if it must not rise
     * @param seed the seed of all drawing
     * @param threads how many threads may work, at least 1
     * @throws IllegalArgumentException as {@link Classifiers#requireTrainable} says
     */
    Classifier train(TrainingSet rows, Map<String, Integer> monotone, long seed, int threads);

    /**
     * Reads what {@link Classifier#write} wrote.
     *
     * @throws IOException if it ends early or cannot be a classifier of this trainer
     */
    Classifier read(DataInput in) throws IOException;
}
