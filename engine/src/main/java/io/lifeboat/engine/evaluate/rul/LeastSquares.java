package io.lifeboat.engine.evaluate.rul;

/** Linear regression with an intercept and a ridge, row by row. Not thread-safe. */
final class LeastSquares {

    private final int width;
    private final double[][] normal;
    private double rows;

    /** @param width the number of inputs, without the intercept */
    LeastSquares(int width) {
        this.width = width;
        this.normal = new double[width + 1][width + 2];
    }

    void add(double[] x, double y) {
        for (int i = 0; i <= width; i++) {
            double xi = i == width ? 1 : x[i];
            for (int j = 0; j <= width; j++) {
                normal[i][j] += xi * (j == width ? 1 : x[j]);
            }
            normal[i][width + 1] += xi * y;
        }
        rows++;
    }

    /**
     * The coefficients, the intercept last. Can be called once.
     *
     * @param ridge a row; more than 0, so that the matrix is positive definite and needs no pivoting
     */
    double[] solve(double ridge) {
        for (int i = 0; i < width; i++) {
            normal[i][i] += ridge * rows;
        }
        return eliminate(normal);
    }

    /** Gaussian elimination. */
    private static double[] eliminate(double[][] a) {
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
