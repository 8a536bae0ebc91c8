package io.lifeboat.engine.prediction;

import java.util.Arrays;

/**
 * Robust straight line through the newest samples of a signal.
 *
 * @param slope Theil-Sen slope (median of all pairwise slopes), shrunk towards 0 by n/(n+2), per second
 * @param slopeError standard error of the slope, per second
 * @param level value of the line now
 * @param steadiness 1 for a ramp, 0 when one step explains the rise better than a line does
 */
record Trend(double slope, double slopeError, double level, double steadiness) {

    private static final int MAX_POINTS = 24;
    private static final int MIN_POINTS = 5;

    /** Up to this ratio of squared errors, line to step, a rise is a ramp. */
    private static final double RAMP_RATIO = 1.3;

    /** From this ratio on it is a step. */
    private static final double STEP_RATIO = 2.5;

    private static final double MAD_TO_SIGMA = 1.4826;

    static Trend of(SignalWindow window, long length) {
        int from = window.indexOfLast(length);
        int stride = (window.size() - from + MAX_POINTS - 1) / MAX_POINTS;
        int n = (window.size() - from + stride - 1) / stride;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            // Counted from the newest sample backwards, so that the newest is always there.
            int at = window.size() - 1 - (n - 1 - i) * stride;
            x[i] = (window.time(at) - window.newest()) / 1e9;
            y[i] = window.value(at);
        }
        return n < MIN_POINTS ? new Trend(0, 0, window.level(), 0) : fit(x, y);
    }

    private static Trend fit(double[] x, double[] y) {
        int n = x.length;
        double raw = medianSlope(x, y);
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = y[i] - raw * x[i];
        }
        double level = median(rest);
        for (int i = 0; i < n; i++) {
            rest[i] = Math.abs(rest[i] - level);
        }
        double sigma = MAD_TO_SIGMA * median(rest);
        double length = x[n - 1] - x[0];
        double error = sigma * Math.sqrt(12.0 / n) / length;
        return new Trend(raw * n / (n + 2), error, level, steadiness(x, y));
    }

    private static double medianSlope(double[] x, double[] y) {
        int n = x.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int count = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[count++] = (y[j] - y[i]) / (x[j] - x[i]);
            }
        }
        return median(slopes);
    }

    /**
     * Ramp or step: compares the squared error of the least-squares line with that of the best single step. Pure noise
     * gives a ratio of about 1, a ramp far less, a step far more.
     */
    private static double steadiness(double[] x, double[] y) {
        int n = y.length;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        double sumYy = 0;
        for (int i = 0; i < n; i++) {
            sumX += x[i];
            sumY += y[i];
            sumXx += x[i] * x[i];
            sumXy += x[i] * y[i];
            sumYy += y[i] * y[i];
        }
        double covariance = sumXy - sumX * sumY / n;
        double total = sumYy - sumY * sumY / n;
        double line = total - covariance * covariance / (sumXx - sumX * sumX / n);
        double step = total - explainedByStep(y, sumY);
        double ratio = Math.max(line, 0) / Math.max(step, 1e-12 * total + Double.MIN_NORMAL);
        return Math.max(0, Math.min(1, (STEP_RATIO - ratio) / (STEP_RATIO - RAMP_RATIO)));
    }

    private static double explainedByStep(double[] y, double sum) {
        int n = y.length;
        double best = 0;
        double left = 0;
        for (int i = 1; i < n; i++) {
            left += y[i - 1];
            double gap = left / i - (sum - left) / (n - i);
            best = Math.max(best, gap * gap * i * (n - i) / n);
        }
        return best;
    }

    /** Sorts its argument. */
    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }
}
