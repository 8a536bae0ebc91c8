package io.lifeboat.engine.evaluate.rul;

/** Windows over one sensor's history that look backwards only. */
final class Smoothing {

    private Smoothing() {}

    /** By cycle, the mean of the last {@code window} values, or of all there are. */
    static double[] mean(double[] x, int window) {
        double[] mean = new double[x.length];
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum += x[t] - (t >= window ? x[t - window] : 0);
            mean[t] = sum / Math.min(t + 1, window);
        }
        return mean;
    }

    /** Exponentially weighted mean that starts at the first value. */
    static double[] ewma(double[] x, double weight) {
        double[] smooth = new double[x.length];
        double norm = 0;
        double sum = 0;
        for (int t = 0; t < x.length; t++) {
            sum = (1 - weight) * sum + weight * x[t];
            norm = (1 - weight) * norm + weight;
            smooth[t] = sum / norm; // corrected for the short start, as Adam does
        }
        return smooth;
    }

    /** By cycle, the least-squares slope over the last {@code window} values; NaN before there are five. */
    static double[] slope(double[] x, int window) {
        double[] slope = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            int n = Math.min(t + 1, window);
            slope[t] = n < 5 ? Double.NaN : slopeOf(x, t - n + 1, n);
        }
        return slope;
    }

    private static double slopeOf(double[] x, int from, int n) {
        double middle = (n - 1) / 2.0;
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < n; i++) {
            xy += (i - middle) * x[from + i];
            xx += (i - middle) * (i - middle);
        }
        return xy / xx;
    }

    static double[] column(float[][] values, int sensor) {
        double[] column = new double[values.length];
        for (int t = 0; t < column.length; t++) {
            column[t] = values[t][sensor];
        }
        return column;
    }
}
