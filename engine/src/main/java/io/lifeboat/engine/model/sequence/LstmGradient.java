package io.lifeboat.engine.model.sequence;

import java.util.Arrays;

/** Backpropagation through time (Werbos 1990) into one summed gradient. Scratch space of one thread. */
final class LstmGradient {

    private final LstmWeights weights;
    private final int hidden;
    private final float[] transposed;
    private final float[] dState;
    private final float[] dCell;
    private final float[] dGates;
    final float[] sum;

    LstmGradient(LstmWeights weights) {
        this.weights = weights;
        this.hidden = weights.hidden();
        this.transposed = new float[4 * hidden * hidden];
        this.dState = new float[hidden];
        this.dCell = new float[hidden];
        this.dGates = new float[4 * hidden];
        this.sum = new float[weights.values().length];
    }

    /** Forgets the sum and takes over weights that have changed. */
    void reset() {
        Arrays.fill(sum, 0);
        for (int k = 0; k < hidden; k++) {
            int row = weights.row(weights.inputs() + k);
            for (int j = 0; j < 4 * hidden; j++) {
                transposed[j * hidden + k] = weights.values()[row + j];
            }
        }
    }

    /** Adds the gradient of a sequence whose forward pass is done, cutting the flow every {@code truncation} steps. */
    void add(Sequence sequence, LstmPass pass, float[][] mask, int truncation) {
        int last = sequence.inputs().length - 1;
        for (int t = last; t >= 0; t--) {
            if ((last - t) % truncation == 0) {
                Arrays.fill(dState, 0);
                Arrays.fill(dCell, 0);
            }
            output(sequence, pass, mask, t);
            gates(pass, t);
            accumulate(sequence.inputs()[t], t == 0 ? new float[hidden] : pass.states[t - 1]);
        }
    }

    private void output(Sequence sequence, LstmPass pass, float[][] mask, int t) {
        float error = (pass.outputs[t] - sequence.targets()[t]) * sequence.weights()[t];
        int out = weights.outputWeights();
        for (int k = 0; k < hidden; k++) {
            float seen = mask.length == 0 ? 1 : mask[t][k];
            sum[out + k] += error * pass.states[t][k] * seen;
            dState[k] += error * weights.values()[out + k] * seen;
        }
        sum[sum.length - 1] += error;
    }

    private void gates(LstmPass pass, int t) {
        float[] g = pass.gates[t];
        for (int k = 0; k < hidden; k++) {
            float in = g[k];
            float forget = g[hidden + k];
            float out = g[2 * hidden + k];
            float candidate = g[3 * hidden + k];
            float squashed = Activations.tanh(pass.cells[t][k]);
            float before = t == 0 ? 0 : pass.cells[t - 1][k];
            float d = dCell[k] + dState[k] * out * (1 - squashed * squashed);
            dGates[k] = d * candidate * in * (1 - in);
            dGates[hidden + k] = d * before * forget * (1 - forget);
            dGates[2 * hidden + k] = dState[k] * squashed * out * (1 - out);
            dGates[3 * hidden + k] = d * in * (1 - candidate * candidate);
            dCell[k] = d * forget;
        }
    }

    private void accumulate(float[] input, float[] stateBefore) {
        for (int i = 0; i < input.length; i++) {
            addTo(weights.row(i), input[i]);
        }
        for (int k = 0; k < hidden; k++) {
            addTo(weights.row(weights.inputs() + k), stateBefore[k]);
        }
        addTo(weights.row(weights.inputs() + hidden), 1);
        Arrays.fill(dState, 0);
        for (int j = 0; j < dGates.length; j++) {
            LstmPass.addScaled(dState, transposed, j * hidden, dGates[j]);
        }
    }

    private void addTo(int row, float factor) {
        for (int j = 0; j < dGates.length; j++) {
            sum[row + j] += dGates[j] * factor;
        }
    }
}
