package io.lifeboat.engine.adapt;

import java.util.List;

/**
 * A new model.
 *
 * @param <M> the model
 * @param model the model
 * @param reference rows that it has learned from, for comparison with later ones; if empty, the first rows that it scores take their
 *     place
 */
public record Retrained<M>(M model, List<float[]> reference) {

    public Retrained {
        reference = List.copyOf(reference);
    }
}
