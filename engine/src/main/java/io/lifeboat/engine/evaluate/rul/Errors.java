package io.lifeboat.engine.evaluate.rul;

import java.util.Arrays;

/** Figures of merit for remaining life, in cycles. */
final class Errors {

    private Errors() {}

    static double rmse(double[] predicted, double[] truth) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += (predicted[i] - truth[i]) * (predicted[i] - truth[i]);
        }
        return Math.sqrt(sum / truth.length);
    }

    /** The score of the PHM 2008 challenge (Saxena et al. 2008): late predictions cost more than early ones; lower is better. */
    static double nasa(double[] predicted, double[] truth) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            double late = predicted[i] - truth[i];
            sum += Math.expm1(late < 0 ? -late / 13 : late / 10);
        }
        return sum;
    }

    static double[] capped(double[] truth, double cap) {
        return Arrays.stream(truth).map(t -> Math.min(t, cap)).toArray();
    }

    static int covered(double[] bounds, double[] truth) {
        int covered = 0;
        for (int i = 0; i < truth.length; i++) {
            covered += truth[i] >= bounds[i] ? 1 : 0;
        }
        return covered;
    }
}
