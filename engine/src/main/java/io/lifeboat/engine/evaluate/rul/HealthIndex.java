package io.lifeboat.engine.evaluate.rul;

import java.util.List;

/**
 * One number for the state of a unit: ridge regression of the capped remaining life on smoothed sensors. Not the prediction, but
 * the least noisy direction for trees to cut along. Immutable.
 */
final class HealthIndex {

    private static final double RIDGE = 0.01;
    private static final double SMOOTHING = 0.1;

    private final double[] coefficients;

    /** @param scaled standardised sensors of units that ran until they failed */
    HealthIndex(List<float[][]> scaled, double cap) {
        int width = scaled.get(0)[0].length + 1;
        double[][] normal = new double[width][width + 1];
        double rows = 0;
        for (float[][] unit : scaled) {
            float[][] smooth = smooth(unit);
            for (int t = 0; t < smooth.length; t++) {
                accumulate(normal, smooth[t], Math.min(cap, smooth.length - 1 - t) / cap);
                rows++;
            }
        }
        for (int i = 0; i < width - 1; i++) {
            normal[i][i] += RIDGE * rows;
        }
        coefficients = solve(normal);
    }

    private static void accumulate(double[][] normal, float[] x, double y) {
        int last = x.length;
        for (int i = 0; i <= last; i++) {
            double xi = i == last ? 1 : x[i];
            for (int j = 0; j <= last; j++) {
                normal[i][j] += xi * (j == last ? 1 : x[j]);
            }
            normal[i][last + 1] += xi * y;
        }
    }

    /** By cycle, about 1 for a healthy unit and 0 at its end. */
    double[] of(float[][] scaled) {
        double[] index = new double[scaled.length];
        for (int t = 0; t < index.length; t++) {
            index[t] = coefficients[coefficients.length - 1];
            for (int s = 0; s < scaled[t].length; s++) {
                index[t] += coefficients[s] * scaled[t][s];
            }
        }
        return index;
    }

    static float[][] smooth(float[][] scaled) {
        float[][] smooth = new float[scaled.length][scaled[0].length];
        for (int s = 0; s < scaled[0].length; s++) {
            double[] column = Smoothing.ewma(Smoothing.column(scaled, s), SMOOTHING);
            for (int t = 0; t < column.length; t++) {
                smooth[t][s] = (float) column[t];
            }
        }
        return smooth;
    }

    /** Gaussian elimination; the ridge keeps the matrix positive definite, so no pivoting is needed. */
    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                double factor = a[k][i] / a[i][i];
                for (int j = i; j <= n; j++) {
                    a[k][j] -= factor * a[i][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = a[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= a[i][j] * x[j];
            }
            x[i] = sum / a[i][i];
        }
        return x;
    }
}
