package io.lifeboat.engine.model.file;

import java.time.Instant;

/**
 * The time from which a model has learned.
 *
 * @param from the first moment
 * @param until the last moment; labels were known by then
 */
public record TrainingWindow(Instant from, Instant until) {

    public TrainingWindow {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The training window ends at " + until + ", before it starts at " + from + ".");
        }
    }
}
