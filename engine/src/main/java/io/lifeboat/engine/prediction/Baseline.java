package io.lifeboat.engine.prediction;

/**
 * What is normal for one signal of one node: median and median absolute deviation (MAD) of up to 64 samples, the first
 * 32 as they come, later ones at least 0.5 s apart, so that it spans half a minute. Kept sorted while it changes.
 */
final class Baseline {

    private static final int CAPACITY = 64;
    private static final int DENSE = 32;
    private static final long SPACING_NANOS = 500_000_000L;

    /** Makes the MAD of normally distributed samples equal their standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private final double[] inOrder = new double[CAPACITY];
    private final double[] sorted = new double[CAPACITY];
    private int size;
    private int next;
    private long firstTime;
    private long lastTime;
    private double median = Double.NaN;

    /** Not a number until somebody asks: of a signal that has not risen nobody does. */
    private double sigma;

    void learn(long time, double value) {
        if (size >= DENSE && Math.abs(time - lastTime) < SPACING_NANOS) {
            return;
        }
        if (size == 0) {
            firstTime = time;
        } else if (time < lastTime) {
            // Whoever dates the samples was set back: what was learned stays, and spans as long.
            firstTime -= lastTime - time;
        }
        lastTime = time;
        slide(size == CAPACITY ? placeOf(inOrder[next]) : size++, value);
        inOrder[next] = value;
        next = (next + 1) % CAPACITY;
        median = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
        sigma = Double.NaN;
    }

    /** From the nearer end on: that is fetched faster from the memory than the places where a binary search would look. */
    private int placeOf(double value) {
        if (value < median) {
            int at = 0;
            while (Double.compare(sorted[at], value) < 0) {
                at++;
            }
            return at;
        }
        int at = size - 1;
        while (Double.compare(sorted[at], value) > 0) {
            at--;
        }
        return at;
    }

    /** Puts a value into its place, moving those between that and a place that is free. */
    private void slide(int free, double value) {
        int at = free;
        while (at + 1 < size && Double.compare(sorted[at + 1], value) < 0) {
            sorted[at] = sorted[at + 1];
            at++;
        }
        while (at > 0 && Double.compare(sorted[at - 1], value) > 0) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    /** Walks outwards from the median: the deviation passed half-way is the median deviation. */
    private double mad() {
        int high = size / 2;
        int low = high - 1;
        double deviation = 0;
        for (int taken = 0; taken <= size / 2; taken++) {
            double below = low >= 0 ? median - sorted[low] : Double.POSITIVE_INFINITY;
            double above = high < size ? sorted[high] - median : Double.POSITIVE_INFINITY;
            if (below <= above) {
                deviation = below;
                low--;
            } else {
                deviation = above;
                high++;
            }
            if (taken == (size - 1) / 2) {
                break;
            }
        }
        return deviation;
    }

    /** Length of time between the first and the newest sample learned, in nanoseconds. */
    long span() {
        return size == 0 ? 0 : lastTime - firstTime;
    }

    double median() {
        return median;
    }

    double sigma() {
        if (Double.isNaN(sigma)) {
            sigma = MAD_TO_SIGMA * mad();
        }
        return sigma;
    }
}
