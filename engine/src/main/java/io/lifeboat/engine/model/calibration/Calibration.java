package io.lifeboat.engine.model.calibration;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.IntStream;

/** A monotone map from the probability a model claims to the one that was observed on a later slice of data. */
public sealed interface Calibration permits PlattScaling, IsotonicRegression {

    /** Positives below this number leave isotonic regression too free; Platt's two parameters are used then. */
    int ISOTONIC_POSITIVES = 1_000;

    /** The calibrated probability in [0, 1] for a claimed one. */
    double apply(double claimed);

    /**
     * Fits isotonic regression where there are 1,000 positives or more, Platt scaling otherwise.
     *
     * @param claimed probabilities on rows the model did not learn from
     * @param happened whether it came true, as many
     */
    static Calibration fit(double[] claimed, boolean[] happened) {
        long positives =
                IntStream.range(0, happened.length).filter(i -> happened[i]).count();
        return positives >= ISOTONIC_POSITIVES
                ? IsotonicRegression.fit(claimed, happened)
                : PlattScaling.fit(claimed, happened);
    }

    /** Writes the map so that {@link #read} gives an equal one. */
    void write(DataOutput out) throws IOException;

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it ends early or is no calibration
     */
    static Calibration read(DataInput in) throws IOException {
        String kind = in.readUTF();
        return switch (kind) {
            case PlattScaling.KIND -> PlattScaling.readBody(in);
            case IsotonicRegression.KIND -> IsotonicRegression.readBody(in);
            default -> throw new IOException("a calibration of the unknown kind '" + kind + "'");
        };
    }
}
