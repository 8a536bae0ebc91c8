package io.lifeboat.engine.model.sequence;

/**
 * Reads one history step by step and remembers it: a live history costs one step a value, however long it is. Says to the bit
 * what {@link LstmModel#predict} says of the whole. Not thread-safe.
 */
public final class LstmReader {

    private final LstmWeights weights;
    private final LstmPass pass;
    private int newest = 1;

    LstmReader(LstmWeights weights) {
        this.weights = weights;
        this.pass = new LstmPass(weights, 2);
    }

    /**
     * Reads the next step and says what the network makes of the history so far.
     *
     * @param input standardised as in training, all finite
     */
    public float read(float[] input) {
        LstmModel.requireInputs(weights, input);
        int before = newest;
        newest = 1 - newest;
        pass.step(input, newest, pass.states[before], pass.cells[before]);
        return pass.output(newest, new float[0][]);
    }

    /** Another reader that has read the same and goes on by itself: for a look at what may come. */
    public LstmReader copy() {
        LstmReader copy = new LstmReader(weights);
        copy.newest = newest;
        System.arraycopy(pass.states[newest], 0, copy.pass.states[newest], 0, weights.hidden());
        System.arraycopy(pass.cells[newest], 0, copy.pass.cells[newest], 0, weights.hidden());
        return copy;
    }
}
