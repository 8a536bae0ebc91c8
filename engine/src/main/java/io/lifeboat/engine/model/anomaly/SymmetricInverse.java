package io.lifeboat.engine.model.anomaly;

/** Inverts small positive definite matrices by Gauss-Jordan elimination, which needs no pivoting for them. */
final class SymmetricInverse {

    private SymmetricInverse() {}

    /** @param matrix square, symmetric and positive definite; not changed */
    static double[][] of(double[][] matrix) {
        int n = matrix.length;
        double[][] work = new double[n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, work[i], 0, n);
            work[i][n + i] = 1;
        }
        for (int column = 0; column < n; column++) {
            eliminate(work, column);
        }
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(work[i], n, inverse[i], 0, n);
        }
        return inverse;
    }

    private static void eliminate(double[][] work, int column) {
        double[] pivot = work[column];
        double divisor = pivot[column];
        if (!(divisor > 0)) {
            throw new IllegalArgumentException("The matrix is not positive definite. Maybe add a larger ridge.");
        }
        for (int j = 0; j < pivot.length; j++) {
            pivot[j] /= divisor;
        }
        for (int i = 0; i < work.length; i++) {
            double factor = work[i][column];
            if (i != column && factor != 0) {
                for (int j = 0; j < pivot.length; j++) {
                    work[i][j] -= factor * pivot[j];
                }
            }
        }
    }
}
