package io.lifeboat.engine.model.sequence;

import java.util.random.RandomGenerator;

/**
 * All parameters in one array: the gates' matrix with a row for each input, each cell and the bias, and in it the four gates
 * (input, forget, output, candidate) side by side; then the output's weights and its bias.
 */
@SuppressWarnings("ArrayRecordComponent")
record LstmWeights(int inputs, int hidden, float[] values) {

    static LstmWeights zeros(int inputs, int hidden) {
        return new LstmWeights(inputs, hidden, new float[size(inputs, hidden)]);
    }

    /** Uniform within ±1/√fan-in; the forget gate starts open (Gers et al. 2000), so that gradients survive at first. */
    static LstmWeights random(int inputs, int hidden, RandomGenerator random) {
        LstmWeights weights = zeros(inputs, hidden);
        float range = (float) (1 / Math.sqrt(inputs + hidden));
        for (int i = 0; i < weights.values.length; i++) {
            weights.values[i] = (random.nextFloat() * 2 - 1) * range;
        }
        for (int j = 0; j < weights.gates(); j++) {
            weights.values[weights.row(inputs + hidden) + j] = j >= hidden && j < 2 * hidden ? 1 : 0;
        }
        weights.values[weights.values.length - 1] = 0;
        return weights;
    }

    static int size(int inputs, int hidden) {
        return (inputs + hidden + 1) * 4 * hidden + hidden + 1;
    }

    int gates() {
        return 4 * hidden;
    }

    int row(int source) {
        return source * gates();
    }

    int outputWeights() {
        return row(inputs + hidden + 1);
    }

    float outputBias() {
        return values[values.length - 1];
    }

    LstmWeights copy() {
        return new LstmWeights(inputs, hidden, values.clone());
    }
}
