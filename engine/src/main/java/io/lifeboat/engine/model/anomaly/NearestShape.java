package io.lifeboat.engine.model.anomaly;

import java.util.Arrays;

/**
 * How far the latest values of a stream, taken as one shape, are from the most similar shape seen before: the left matrix
 * profile without normalisation (Yeh et al., ICDM 2016; discords, Keogh et al. 2005), kept up to date at a cost per value
 * that grows with the history alone, not with the length of the shape. Not thread-safe.
 */
public final class NearestShape {

    private final int length;
    private final int history;
    private final double[] values;
    private double[] distances;
    private long seen;

    /**
     * @param length how many values make a shape, at least 2
     * @param history how many past positions to compare with, at least twice the length
     */
    public NearestShape(int length, int history) {
        if (length < 2 || history < 2 * length) {
            throw new IllegalArgumentException(
                    "length %d must be 2 or more, and history %d at least twice as much.".formatted(length, history));
        }
        this.length = length;
        this.history = history;
        this.values = new double[history + length + 1];
        this.distances = new double[history + length + 1];
        Arrays.fill(values, 0);
    }

    /**
     * Takes the next value.
     *
     * @param value finite
     * @return the Euclidean distance to the nearest earlier shape that does not overlap; NaN until there is one
     */
    public double update(double value) {
        values[slot(seen)] = value;
        long end = seen++;
        long first = Math.max(length - 1L, end - history + 1);
        if (end < 2L * length - 1) {
            for (long other = end - 1; other >= first; other--) {
                distances[slot(other)] = between(end, other);
            }
            return Double.NaN;
        }
        return Math.sqrt(Math.max(0, slide(end, first)));
    }

    /** Turns the distances of the shape one step earlier into those of this one, newest first so that none is overwritten. */
    private double slide(long end, long first) {
        double nearest = Double.POSITIVE_INFINITY;
        double entered = values[slot(end)];
        double left = values[slot(end - length)];
        for (long other = end - 1; other > first; other--) {
            double in = entered - values[slot(other)];
            double out = left - values[slot(other - length)];
            double distance = distances[slot(other - 1)] + in * in - out * out;
            distances[slot(other)] = distance;
            if (other <= end - length && distance < nearest) {
                nearest = distance;
            }
        }
        double oldest = between(end, first);
        distances[slot(first)] = oldest;
        return Math.min(nearest, oldest);
    }

    private double between(long end, long other) {
        double sum = 0;
        for (int back = 0; back < length && other - back >= 0; back++) {
            double difference = values[slot(end - back)] - values[slot(other - back)];
            sum += difference * difference;
        }
        return sum;
    }

    private int slot(long position) {
        return (int) (position % values.length);
    }
}
