package io.lifeboat.engine.model.calibration;

import java.util.Arrays;

/**
 * Alarms with a stated bound (Vovk, Gammerman and Shafer, "Algorithmic Learning in a Random World", 2005): if a healthy device is
 * exchangeable with those of the calibration period, it alarms within one such period with a probability of at most α. Each
 * calibration score is the highest of one healthy device over the <em>whole</em> period, so that checking often costs nothing.
 */
public final class ConformalThreshold {

    private final double[] healthy;

    /**
     * Calibrates.
     *
     * @param highestOfHealthy one score a device: its highest over the period; of devices the model did not learn from
     */
    public ConformalThreshold(double[] highestOfHealthy) {
        healthy = highestOfHealthy.clone();
        Arrays.sort(healthy);
        if (healthy.length > 0 && Double.isNaN(healthy[healthy.length - 1])) {
            throw new IllegalArgumentException("A calibration score is NaN. Maybe a device was never scored.");
        }
    }

    /** The number of healthy devices that back the bound. */
    public int devices() {
        return healthy.length;
    }

    /** (1 + healthy devices with a score as high) / (n + 1): small if the score is unusual. In (0, 1]. */
    public double pValue(double score) {
        return (1.0 + healthy.length - below(score)) / (healthy.length + 1.0);
    }

    /** Whether there are enough devices, 1/α - 1 or more, to promise anything at this level. */
    public boolean guarantees(double alpha) {
        requireLevel(alpha);
        return healthy.length + 1 >= 1 / alpha;
    }

    /**
     * The lowest score whose p-value is at most α; an alarm is a score at or above it.
     *
     * @param alpha in (0, 1)
     * @throws IllegalStateException if there are too few devices; fall back on rules and priors then
     */
    public double threshold(double alpha) {
        if (!guarantees(alpha)) {
            throw new IllegalStateException(
                    "No guarantee: %d healthy devices cannot back a false-alarm rate of %s, it takes %d."
                            .formatted(healthy.length, alpha, (int) Math.ceil(1 / alpha - 1)));
        }
        int allowed = (int) Math.floor(alpha * (healthy.length + 1) + 1e-9) - 1;
        return Math.nextUp(healthy[healthy.length - 1 - allowed]);
    }

    private int below(double score) {
        int low = 0;
        int high = healthy.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (healthy[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void requireLevel(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "alpha is " + alpha + ", but must lie between 0 and 1. Maybe it is in percent.");
        }
    }
}
