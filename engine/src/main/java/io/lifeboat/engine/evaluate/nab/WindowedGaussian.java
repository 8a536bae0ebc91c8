package io.lifeboat.engine.evaluate.nab;

import java.util.Arrays;

/**
 * The published baseline that our port of the scorer is checked with: one minus the Gaussian tail probability of a value
 * under the mean and deviation of the last {@value #WINDOW} values, which move on in steps of {@value #STEP}.
 */
final class WindowedGaussian {

    private static final int WINDOW = 6400;
    private static final int STEP = 100;
    private static final double LEAST_DEVIATION = 1e-6;

    private WindowedGaussian() {}

    /** The score of every value, 0 to 1. */
    static double[] scores(double[] values) {
        double[] scores = new double[values.length];
        double mean = 0;
        double deviation = 1;
        int end = 0;
        for (int i = 0; i < values.length; i++) {
            scores[i] = i == 0 ? 0 : asPublished(1 - tail(Math.abs(values[i] - mean) / deviation));
            boolean filling = i < WINDOW;
            if (filling || i + 1 - end == STEP) {
                end = i + 1;
                double[] window = Arrays.copyOfRange(values, Math.max(0, end - WINDOW), end);
                mean = Arrays.stream(window).sum() / window.length;
                deviation = deviation(window, mean);
            }
        }
        return scores;
    }

    /** The published files keep 12 digits, so that 1 - 5e-13 and 1 are one score. */
    private static double asPublished(double score) {
        return Math.rint(score * 1e12) / 1e12;
    }

    private static double deviation(double[] window, double mean) {
        double sum = 0;
        for (double value : window) {
            sum += (value - mean) * (value - mean);
        }
        return sum == 0 ? LEAST_DEVIATION : Math.sqrt(sum / window.length);
    }

    /** The probability of a standard Gaussian beyond z ≥ 0 (Numerical Recipes, Chebyshev fit, relative error 1.2e-7). */
    static double tail(double z) {
        double x = z / Math.sqrt(2);
        double t = 1 / (1 + 0.5 * x);
        double[] c = {
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277
        };
        double polynomial = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            polynomial = polynomial * t + c[i];
        }
        return 0.5 * t * Math.exp(-x * x + polynomial);
    }
}
