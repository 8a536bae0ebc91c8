package io.lifeboat.engine.model.calibration;

import java.util.Arrays;

/**
 * Area under the ROC curve and average precision of scores against labels. Equal scores count as one step of the threshold,
 * so the order of the input plays no part.
 *
 * @param auc the probability that a positive scores above a negative, ties counting half; NaN without both kinds
 * @param averagePrecision the mean over positives of the precision at their score; NaN without positives
 * @param positives how many labels are true
 * @param total how many there are
 */
public record Ranking(double auc, double averagePrecision, int positives, int total) {

    /** @param scores higher means more likely positive; not NaN; as many as labels */
    public static Ranking of(float[] scores, boolean[] positive) {
        long[] order = new long[scores.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = key(scores[i]) << 32 | i;
        }
        Arrays.sort(order);
        double truePositives = 0;
        double falsePositives = 0;
        double area = 0;
        double precision = 0;
        int i = order.length - 1;
        while (i >= 0) {
            long score = order[i] >> 32;
            double newTrue = 0;
            double newFalse = 0;
            for (; i >= 0 && order[i] >> 32 == score; i--) {
                if (positive[(int) order[i]]) {
                    newTrue++;
                } else {
                    newFalse++;
                }
            }
            area += newFalse * (truePositives + newTrue / 2);
            truePositives += newTrue;
            falsePositives += newFalse;
            precision += newTrue * truePositives / (truePositives + falsePositives);
        }
        return new Ranking(
                area / (truePositives * falsePositives), precision / truePositives, (int) truePositives, scores.length);
    }

    /** Integers that sort like the floats. */
    private static long key(float score) {
        int bits = Float.floatToIntBits(score + 0f);
        return bits >= 0 ? bits : bits ^ 0x7fffffff;
    }
}
