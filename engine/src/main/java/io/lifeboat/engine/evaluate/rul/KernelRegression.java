package io.lifeboat.engine.evaluate.rul;

/**
 * Ridge regression in the space of a Gaussian kernel, which is also the mean of a Gaussian process (Rasmussen and Williams 2006,
 * equation 2.25): what units in a similar state did, smoothly weighted. Immutable.
 */
final class KernelRegression {

    private final double[][] inputs;
    private final double[] factors;
    private final double mean;
    private final double sharpness;

    /**
     * Solves for all points at once; takes time that grows with the cube of their number.
     *
     * @param inputs scaled so that a distance of 1 / sqrt(sharpness) is a real difference
     * @param targets one an input
     * @param sharpness of exp(-sharpness * squared distance), above 0
     * @param noise variance of a target relative to that of the function, above 0
     */
    KernelRegression(double[][] inputs, double[] targets, double sharpness, double noise) {
        this.inputs = inputs;
        this.sharpness = sharpness;
        double sum = 0;
        for (double target : targets) {
            sum += target;
        }
        mean = sum / targets.length;
        factors = new double[targets.length];
        for (int i = 0; i < factors.length; i++) {
            factors[i] = targets[i] - mean;
        }
        solve(factorise(kernel(noise)), factors);
    }

    private double[][] kernel(double noise) {
        double[][] kernel = new double[inputs.length][];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                kernel[i][j] = similarity(inputs[i], inputs[j]);
            }
            kernel[i][i] += noise;
        }
        return kernel;
    }

    /** Cholesky, in place; the noise keeps the matrix positive definite. */
    private static double[][] factorise(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(rest) : rest / a[j][j];
            }
        }
        return a;
    }

    private static void solve(double[][] lower, double[] x) {
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
    }

    double predict(double[] input) {
        double sum = mean;
        for (int i = 0; i < inputs.length; i++) {
            sum += factors[i] * similarity(inputs[i], input);
        }
        return sum;
    }

    private double similarity(double[] a, double[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            distance += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.exp(-sharpness * distance);
    }
}
