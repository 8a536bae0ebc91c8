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
        LeastSquares regression = new LeastSquares(scaled.get(0)[0].length);
        for (float[][] unit : scaled) {
            float[][] smooth = smooth(unit);
            for (int t = 0; t < smooth.length; t++) {
                regression.add(doubles(smooth[t]), Math.min(cap, smooth.length - 1 - t) / cap);
            }
        }
        coefficients = regression.solve(RIDGE);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
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
}
