package io.lifeboat.engine.evaluate.disk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Inspecting the same share of the fleet each week, highest scores first. */
final class WeeklyBudget {

    private WeeklyBudget() {}

    /** The share of failing drives that are inspected at least once in the 30 days before they fail. */
    static double recall(WeeklyScores scores, double share) {
        BitSet failing = new BitSet();
        BitSet inspected = new BitSet();
        double[] bar = bars(scores, share);
        for (int i = 0; i < scores.size(); i++) {
            if (scores.positive(i)) {
                failing.set(scores.drive()[i]);
                if (scores.score()[i] > bar[scores.week()[i]]) {
                    inspected.set(scores.drive()[i]);
                }
            }
        }
        return (double) inspected.cardinality() / failing.cardinality();
    }

    /** By week the highest score that is not inspected; ties with it are left out, so the budget always holds. */
    private static double[] bars(WeeklyScores scores, double share) {
        int weeks = scores.weeks().count();
        double[] bars = new double[weeks];
        for (int w = 0; w < weeks; w++) {
            int week = w;
            double[] sorted = IntStream.range(0, scores.size())
                    .filter(i -> scores.week()[i] == week)
                    .mapToDouble(i -> scores.score()[i])
                    .toArray();
            Arrays.sort(sorted);
            int budget = (int) (share * sorted.length);
            bars[w] = sorted.length == 0 ? 0 : sorted[sorted.length - 1 - budget];
        }
        return bars;
    }
}
