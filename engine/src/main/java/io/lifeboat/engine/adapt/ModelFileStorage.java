package io.lifeboat.engine.adapt;

import io.lifeboat.engine.model.file.ModelFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Keeps models that fit into one {@link ModelFile} each.
 *
 * @param <M> the model
 */
public final class ModelFileStorage<M> implements ModelStorage<M> {

    private static final String FILE = "model";

    private final Packing<M> packing;

    /** Between a model and its file. */
    public interface Packing<M> {

        /** Packs the model. */
        ModelFile pack(M model) throws IOException;

        /** Unpacks it. */
        M unpack(ModelFile file) throws IOException;
    }

    public ModelFileStorage(Packing<M> packing) {
        this.packing = packing;
    }

    @Override
    public void save(M model, Path directory) throws IOException {
        packing.pack(model).save(directory.resolve(FILE));
    }

    @Override
    public M load(Path directory) throws IOException {
        return packing.unpack(ModelFile.load(directory.resolve(FILE)));
    }
}
