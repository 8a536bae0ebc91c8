package io.lifeboat.engine.prediction.learned;

import java.util.Arrays;

/** The newest values of a signal at equal distances in time. A gap begins the series anew. */
final class LevelSeries {

    private final double[] values;
    private final long step;
    private int size;
    private long last = Long.MIN_VALUE;

    LevelSeries(int capacity, long stepNanos) {
        this.values = new double[capacity];
        this.step = stepNanos;
    }

    /** Takes the value in if it comes a step after the last one, or nearly so: a scrape is not always on time. */
    void add(long nanos, double value) {
        if (last != Long.MIN_VALUE && Math.abs(nanos - last) < step - step / 10) {
            return;
        }
        if (last != Long.MIN_VALUE && Math.abs(nanos - last) > 4 * step) {
            size = 0;
        }
        last = nanos;
        if (size == values.length) {
            System.arraycopy(values, 1, values, 0, --size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    /** Oldest first. */
    double[] values() {
        return Arrays.copyOf(values, size);
    }
}
