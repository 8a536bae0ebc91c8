package io.lifeboat.engine.model.calibration;

/**
 * Whether probabilities came true.
 *
 * @param observed how many events happened
 * @param expected the sum of the probabilities
 * @param expectedCalibrationError the mean distance of claim and frequency over bins of equal mass
 * @param brier the mean squared distance of claim and outcome
 * @param brierSkill 1 - brier / (brier of always claiming the base rate); above 0 is better than that
 */
public record CalibrationReport(
        long observed, double expected, double expectedCalibrationError, double brier, double brierSkill) {

    private static final int BINS = 20;

    /** Observed over expected; 1 is perfect, more means that too little was claimed. */
    public double observedOverExpected() {
        return observed / expected;
    }

    /** Compares claims with outcomes, as many of each. */
    public static CalibrationReport of(double[] claimed, boolean[] happened) {
        Samples.require(claimed, happened);
        long observed = 0;
        double expected = 0;
        double squares = 0;
        for (int i = 0; i < claimed.length; i++) {
            double outcome = happened[i] ? 1 : 0;
            observed += happened[i] ? 1 : 0;
            expected += claimed[i];
            squares += (claimed[i] - outcome) * (claimed[i] - outcome);
        }
        double n = claimed.length;
        double base = observed / n;
        double skill = 1 - squares / n / (base * (1 - base));
        return new CalibrationReport(observed, expected, error(claimed, happened), squares / n, skill);
    }

    private static double error(double[] claimed, boolean[] happened) {
        int[] order = Samples.ascending(claimed);
        int bins = Math.min(BINS, order.length);
        double error = 0;
        for (int b = 0; b < bins; b++) {
            int from = (int) ((long) order.length * b / bins);
            int to = (int) ((long) order.length * (b + 1) / bins);
            double gap = 0;
            for (int i = from; i < to; i++) {
                gap += claimed[order[i]] - (happened[order[i]] ? 1 : 0);
            }
            error += Math.abs(gap);
        }
        return error / order.length;
    }
}
