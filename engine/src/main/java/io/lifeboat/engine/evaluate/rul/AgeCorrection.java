package io.lifeboat.engine.evaluate.rul;

/**
 * Mends what the combined models say by the age of a unit: of two that look equally healthy, the one that has run longer has had the slower
 * wear so far, and lives longer. A parabola in the prediction and a plane in age, fitted on units the models had not seen.
 *
 * @param coefficients of {@link #inputs}, the intercept last
 * @param youngest the least age it was fitted on, in cycles; younger units are treated as that old
 * @param oldest the greatest
 */
@SuppressWarnings("ArrayRecordComponent")
record AgeCorrection(double[] coefficients, double youngest, double oldest) {

    private static final double RIDGE = 1e-6;

    /** Brings all inputs to about one. */
    private static final double SCALE = 100;

    /**
     * Fits, one entry a stopped unit.
     *
     * @param predicted remaining cycles
     * @param ages cycles seen
     * @param truths cycles that did remain
     */
    static AgeCorrection fit(double[] predicted, double[] ages, double[] truths) {
        LeastSquares regression = new LeastSquares(inputs(0, 0).length);
        double youngest = Double.POSITIVE_INFINITY;
        double oldest = 0;
        for (int i = 0; i < truths.length; i++) {
            regression.add(inputs(predicted[i], ages[i]), truths[i]);
            youngest = Math.min(youngest, ages[i]);
            oldest = Math.max(oldest, ages[i]);
        }
        return new AgeCorrection(regression.solve(RIDGE), youngest, oldest);
    }

    /** Remaining cycles, never below 0. */
    double of(double predicted, double age) {
        double[] inputs = inputs(predicted, Math.max(youngest, Math.min(oldest, age)));
        double sum = coefficients[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            sum += coefficients[i] * inputs[i];
        }
        return Math.max(0, sum);
    }

    private static double[] inputs(double predicted, double age) {
        double p = predicted / SCALE;
        double a = age / SCALE;
        return new double[] {p, p * p, a, p * a};
    }
}
