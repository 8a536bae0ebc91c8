package io.lifeboat.engine.adapt;

import java.util.List;
import java.util.Optional;

/**
 * The model that a shelf has to offer.
 *
 * @param <M> the model
 * @param version its number; 0 if there is none
 * @param model empty if no version can be used
 * @param problems why better ones could not, one text each
 */
public record Shelved<M>(int version, Optional<M> model, List<String> problems) {

    public Shelved {
        problems = List.copyOf(problems);
    }
}
