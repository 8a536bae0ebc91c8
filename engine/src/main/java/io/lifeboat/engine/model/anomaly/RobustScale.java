package io.lifeboat.engine.model.anomaly;

import java.util.Arrays;

/**
 * Centre and spread of one metric that a few outliers do not move: the median, and the largest of three spreads that are one
 * standard deviation for a Gaussian, or a small share of the range where a metric hardly ever moves.
 *
 * @param centre the median
 * @param spread more than 0, in the unit of the metric
 */
record RobustScale(double centre, double spread) {

    private static final double Q90_TO_Q10 = 2.56;
    private static final double Q99_TO_Q01 = 4.65;
    private static final double RANGE = 50;
    private static final double OF_A_CONSTANT = 0.01;

    /** @param values not empty; NaN is left out */
    static RobustScale of(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return new RobustScale(0, OF_A_CONSTANT);
        }
        double inner = (quantile(sorted, 0.9) - quantile(sorted, 0.1)) / Q90_TO_Q10;
        double outer = (quantile(sorted, 0.99) - quantile(sorted, 0.01)) / Q99_TO_Q01;
        double range = (sorted[sorted.length - 1] - sorted[0]) / RANGE;
        double spread = Math.max(Math.max(inner, outer), range);
        return new RobustScale(quantile(sorted, 0.5), spread < 1e-9 ? OF_A_CONSTANT : spread);
    }

    /** The distance from the centre in spreads, at most {@code limit} either way; 0 for NaN. */
    double apply(double value, double limit) {
        if (Double.isNaN(value)) {
            return 0;
        }
        return Math.max(-limit, Math.min(limit, (value - centre) / spread));
    }

    static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
