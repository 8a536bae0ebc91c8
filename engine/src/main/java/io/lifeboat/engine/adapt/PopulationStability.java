package io.lifeboat.engine.adapt;

import java.util.Arrays;

/**
 * The population stability index of the last values against a reference (Siddiqi, "Credit Risk Scorecards", 2006): above 0.2 the
 * distribution is taken as another. Missing values have a bin of their own.
 */
final class PopulationStability {

    private static final int PERIOD = 10;

    private final Reference reference;
    private final double[] window;
    private final int[] counts;
    private final double threshold;
    private int filled;
    private int next;

    PopulationStability(Reference reference, int window, double threshold) {
        this.reference = reference;
        this.window = new double[window];
        this.counts = new int[reference.bins()];
        this.threshold = threshold;
    }

    /** True if the window is full and its index above the threshold; looked at from time to time. */
    boolean add(double value) {
        if (filled == window.length) {
            counts[reference.bin(window[next])]--;
        } else {
            filled++;
        }
        window[next] = value;
        next = (next + 1) % window.length;
        counts[reference.bin(value)]++;
        return filled == window.length && next % PERIOD == 0 && index() > threshold;
    }

    double index() {
        return reference.stabilityIndex(counts, filled);
    }

    /** The median of the last values that were not missing. */
    double recentMedian() {
        double[] recent = Arrays.copyOf(window, filled);
        return new Reference(recent.length == 0 ? new double[] {Double.NaN} : recent).median();
    }
}
