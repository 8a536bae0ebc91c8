package io.lifeboat.engine.adapt;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How models are kept: one directory a version.
 *
 * @param <M> the model
 */
public interface ModelStorage<M> {

    /** Writes the model into an empty directory. */
    void save(M model, Path directory) throws IOException;

    /**
     * Reads it back.
     *
     * @throws IOException if the model is broken, foreign or outdated; the message is the reason that is reported
     */
    M load(Path directory) throws IOException;
}
