package io.lifeboat.engine.model.sequence;

import java.util.Arrays;

/** Runs one sequence forwards, remembering what backpropagation needs. Scratch space of one thread. */
final class LstmPass {

    private final LstmWeights weights;
    private final int hidden;
    final float[][] gates;
    final float[][] cells;
    final float[][] states;
    final float[] outputs;

    LstmPass(LstmWeights weights, int maxSteps) {
        this.weights = weights;
        this.hidden = weights.hidden();
        this.gates = new float[maxSteps][4 * hidden];
        this.cells = new float[maxSteps][hidden];
        this.states = new float[maxSteps][hidden];
        this.outputs = new float[maxSteps];
    }

    /** @param mask by step and cell what the output sees of the state, times a factor; an empty array sees all */
    void forward(float[][] inputs, float[][] mask) {
        float[] none = new float[hidden];
        for (int t = 0; t < inputs.length; t++) {
            step(inputs[t], t, t == 0 ? none : states[t - 1], t == 0 ? none : cells[t - 1]);
            outputs[t] = output(t, mask);
        }
    }

    float output(int t, float[][] mask) {
        float sum = weights.outputBias();
        int out = weights.outputWeights();
        for (int k = 0; k < hidden; k++) {
            float seen = mask.length == 0 ? states[t][k] : states[t][k] * mask[t][k];
            sum += weights.values()[out + k] * seen;
        }
        return sum;
    }

    void step(float[] input, int t, float[] stateBefore, float[] cellsBefore) {
        float[] z = gates[t];
        int bias = weights.row(weights.inputs() + hidden);
        System.arraycopy(weights.values(), bias, z, 0, z.length);
        for (int i = 0; i < input.length; i++) {
            addScaled(z, weights.values(), weights.row(i), input[i]);
        }
        for (int k = 0; k < hidden; k++) {
            addScaled(z, weights.values(), weights.row(weights.inputs() + k), stateBefore[k]);
        }
        for (int j = 0; j < 3 * hidden; j++) {
            z[j] = Activations.sigmoid(z[j]);
        }
        for (int k = 0; k < hidden; k++) {
            z[3 * hidden + k] = Activations.tanh(z[3 * hidden + k]);
            cells[t][k] = z[hidden + k] * cellsBefore[k] + z[k] * z[3 * hidden + k];
            states[t][k] = z[2 * hidden + k] * Activations.tanh(cells[t][k]);
        }
    }

    static void addScaled(float[] sum, float[] values, int from, float factor) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += values[from + j] * factor;
        }
    }

    float[] outputs(int steps) {
        return Arrays.copyOf(outputs, steps);
    }
}
