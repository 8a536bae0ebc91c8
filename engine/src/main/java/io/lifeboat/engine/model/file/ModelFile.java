package io.lifeboat.engine.model.file;

import io.lifeboat.engine.model.calibration.Calibration;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One trained model with what is needed to trust it. Immutable.
 *
 * <p>Layout, big-endian: {@code "LBMF"}, format version (int), then kind, features, training window, calibration and the model's
 * own bytes, then the SHA-256 of everything before it. Equal models give equal bytes.
 *
 * @param kind what the payload is and for whom, such as {@code "tree-ensemble/disk"}
 * @param features the names of the features in the order of a row
 * @param window the time it has learned from
 * @param calibration maps its claims to observed frequencies; {@code new PlattScaling(1, 0)} if it needs none
 * @param payload the model's own bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record ModelFile(
        String kind, List<String> features, TrainingWindow window, Calibration calibration, byte[] payload) {

    /** The version written; the oldest version read is the same so far. */
    public static final int FORMAT_VERSION = 1;

    public ModelFile {
        features = List.copyOf(features);
        payload = payload.clone();
    }

    /** A model that writes itself. */
    @FunctionalInterface
    public interface Writer {
        /** Writes the model's own bytes. */
        void write(DataOutput out) throws IOException;
    }

    /** A model that reads itself. */
    @FunctionalInterface
    public interface Reader<M> {
        /** Reads the model's own bytes. */
        M read(DataInput in) throws IOException;
    }

    /** Packs a model. */
    public static ModelFile of(
            String kind, List<String> features, TrainingWindow window, Calibration calibration, Writer model)
            throws IOException {
        return new ModelFile(kind, features, window, calibration, ModelFileFormat.bytes(model));
    }

    /** Writes the file beside its final place first and moves it then, so that no reader ever sees half of it. */
    public void save(Path file) throws IOException {
        ModelFileFormat.save(this, file);
    }

    /**
     * Reads a file.
     *
     * @throws ModelFileException if it is foreign, outdated, too new or broken; says which and what to do
     * @throws IOException if it cannot be read
     */
    public static ModelFile load(Path file) throws IOException {
        return parse(file.toString(), Files.readAllBytes(file));
    }

    /**
     * Reads the bytes of a file.
     *
     * @param name what to call it in errors
     * @throws ModelFileException if it is foreign, outdated, too new or broken; says which and what to do
     */
    public static ModelFile parse(String name, byte[] bytes) throws IOException {
        return ModelFileFormat.parse(name, bytes);
    }

    /**
     * Unpacks the model.
     *
     * @param wantedKind the kind the caller understands
     * @param wantedFeatures the features the caller computes, in its order
     * @throws ModelFileException if kind or features differ, or the payload makes no sense
     */
    public <M> M model(String wantedKind, List<String> wantedFeatures, Reader<M> reader) throws ModelFileException {
        if (!kind.equals(wantedKind)) {
            throw mismatch("The model is of kind '" + kind + "', but '" + wantedKind
                    + "' is needed. Maybe it is another file.");
        }
        if (!features.equals(wantedFeatures)) {
            throw mismatch("The model was trained on the features " + features + ", but " + wantedFeatures
                    + " are computed now. Maybe train it again.");
        }
        try {
            return reader.read(ModelFileFormat.input(payload));
        } catch (IOException | RuntimeException e) {
            throw new ModelFileException(
                    ModelFileException.Reason.BROKEN, "The model's own bytes make no sense: " + e.getMessage(), e);
        }
    }

    private static ModelFileException mismatch(String message) {
        return new ModelFileException(ModelFileException.Reason.MISMATCH, message);
    }

    @Override
    public byte[] payload() {
        return payload.clone();
    }
}
