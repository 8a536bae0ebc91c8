package io.lifeboat.engine.adapt;

import java.time.Instant;
import java.util.List;

/**
 * Trains a new model, from the history or from the labels. Runs on a thread of the executor, beside everything else.
 *
 * @param <M> the model
 */
@FunctionalInterface
public interface Retraining<M> {

    /**
     * Trains.
     *
     * @param labels the last ones there are, of rows of features, in the order they were made
     * @param until nothing later than this may be learned from
     * @throws Exception if it fails, which is reported; the present model stays
     */
    Retrained<M> train(List<Label<float[]>> labels, Instant until) throws Exception;
}
