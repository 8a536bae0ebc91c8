package io.lifeboat.engine.model.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A trained network. Immutable and thread-safe: every prediction has its own scratch space. */
public final class LstmModel {

    private static final int MAX_SIZE = 1 << 14;

    private final LstmWeights weights;

    LstmModel(LstmWeights weights) {
        this.weights = weights;
    }

    /** How many values a step must have. */
    public int inputs() {
        return weights.inputs();
    }

    /**
     * What the network says at each step, having read the steps up to it and none after.
     *
     * @param inputs {@code inputs[step][input]}, standardised as in training, all finite
     */
    public float[] predict(float[][] inputs) {
        for (float[] step : inputs) {
            requireInputs(weights, step);
        }
        LstmPass pass = new LstmPass(weights, inputs.length);
        pass.forward(inputs, new float[0][]);
        return pass.outputs(inputs.length);
    }

    /** A reader that has read nothing yet. */
    public LstmReader reader() {
        return new LstmReader(weights);
    }

    static void requireInputs(LstmWeights weights, float[] step) {
        if (step.length != weights.inputs()) {
            throw new IllegalArgumentException(
                    "A step has %d values, but the network reads %d. Maybe it is another model's."
                            .formatted(step.length, weights.inputs()));
        }
    }

    /** Writes the network; the same network always gives the same bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(weights.inputs());
        out.writeInt(weights.hidden());
        for (float value : weights.values()) {
            out.writeFloat(value);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it ends early or cannot be a network
     */
    public static LstmModel read(DataInput in) throws IOException {
        int inputs = in.readInt();
        int hidden = in.readInt();
        if (inputs < 1 || hidden < 1 || inputs > MAX_SIZE || hidden > MAX_SIZE || inputs + hidden > MAX_SIZE) {
            throw new IOException("a network of %d inputs and %d cells".formatted(inputs, hidden));
        }
        LstmWeights weights = LstmWeights.zeros(inputs, hidden);
        for (int i = 0; i < weights.values().length; i++) {
            weights.values()[i] = in.readFloat();
        }
        return new LstmModel(weights);
    }
}
