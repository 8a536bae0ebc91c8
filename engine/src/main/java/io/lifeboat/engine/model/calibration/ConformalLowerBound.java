package io.lifeboat.engine.model.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A lower bound on remaining life that holds with probability 1 - α for units exchangeable with the calibration units (split
 * conformal prediction, normalised: Lei et al., "Distribution-free predictive inference for regression", 2018).
 *
 * @param factor how many spreads the bound lies under the prediction; infinite if there were too few units to promise anything
 */
public record ConformalLowerBound(double factor) {

    /**
     * Calibrates on units the model did not learn from.
     *
     * @param predicted the predictions
     * @param truth the true values
     * @param spread a positive guess of each prediction's error, such as the spread of an ensemble; only its relative size counts
     * @param alpha the share that may fall under its bound, in (0, 1)
     */
    public static ConformalLowerBound fit(double[] predicted, double[] truth, double[] spread, double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "alpha is " + alpha + ", but must lie between 0 and 1. Maybe it is in percent.");
        }
        double[] excess = IntStream.range(0, predicted.length)
                .mapToDouble(i -> (predicted[i] - truth[i]) / requirePositive(spread[i]))
                .toArray();
        Arrays.sort(excess);
        int rank = (int) Math.ceil((excess.length + 1) * (1 - alpha) - 1e-9);
        return new ConformalLowerBound(rank > excess.length ? Double.POSITIVE_INFINITY : excess[rank - 1]);
    }

    /** Whether there were enough units to promise anything. */
    public boolean guaranteed() {
        return Double.isFinite(factor);
    }

    /** The bound for one prediction, never under 0. */
    public double bound(double predicted, double spread) {
        return Math.max(0, predicted - factor * requirePositive(spread));
    }

    private static double requirePositive(double spread) {
        if (!(spread > 0)) {
            throw new IllegalArgumentException("The spread is " + spread + ", but must be above 0. Maybe add a floor.");
        }
        return spread;
    }
}
