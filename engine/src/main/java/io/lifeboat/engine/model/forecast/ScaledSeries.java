package io.lifeboat.engine.model.forecast;

import io.lifeboat.engine.model.sequence.LstmReader;
import io.lifeboat.engine.model.sequence.Sequence;
import java.util.Arrays;

/**
 * A series as a network reads it: level and last change, both of about unit size; what it says is the next change.
 *
 * @param values the series in its own unit
 * @param mean of all values
 * @param deviation of all values
 * @param change root mean square of the changes from value to value
 */
@SuppressWarnings("ArrayRecordComponent")
record ScaledSeries(double[] values, double mean, double deviation, double change) {

    static ScaledSeries of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = 0;
        double changes = 0;
        for (int i = 0; i < values.length; i++) {
            squares += (values[i] - mean) * (values[i] - mean);
            changes += i == 0 ? 0 : (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
        }
        return new ScaledSeries(
                values, mean, Math.sqrt(squares / values.length), Math.sqrt(changes / (values.length - 1)));
    }

    boolean isConstant() {
        return change == 0;
    }

    /** What is read at {@code now}, which is at least 1. */
    float[] input(int now) {
        return input(values[now], values[now] - values[now - 1]);
    }

    private float[] input(double level, double last) {
        return new float[] {(float) ((level - mean) / deviation), (float) (last / change)};
    }

    /** Inputs from {@code from} on, before {@code to}, with the change that followed each; the first few do not count. */
    Sequence sequence(int from, int to, int warmUp) {
        float[][] inputs = new float[to - from][];
        float[] targets = new float[to - from];
        float[] weights = new float[to - from];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = input(from + i);
            targets[i] = (float) ((values[from + i + 1] - values[from + i]) / change);
            weights[i] = i < warmUp ? 0 : 1;
        }
        return new Sequence(inputs, targets, weights);
    }

    /**
     * So many values after {@code now}, as the network tells them to itself.
     *
     * @param reader has read up to and including {@code now}; is used up
     * @param next what it said then
     */
    double[] continued(LstmReader reader, int now, float next, int steps) {
        double[] told = new double[steps];
        double level = values[now];
        float saying = next;
        for (int step = 0; step < steps; step++) {
            double last = saying * change;
            level += last;
            told[step] = level;
            saying = step < steps - 1 ? reader.read(input(level, last)) : saying;
        }
        return told;
    }
}
