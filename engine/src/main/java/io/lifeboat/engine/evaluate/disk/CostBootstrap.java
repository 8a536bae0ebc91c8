package io.lifeboat.engine.evaluate.disk;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Savings on fleets drawn with replacement from the drives (Efron 1979). On each of them the best fixed threshold is found again,
 * so that the rival keeps its hindsight and even gains some.
 *
 * @param overFixed saved against the fixed threshold that was best on the real fleet, as a share of its cost, ascending
 * @param overRefitted saved against the fixed threshold that is best on the drawn fleet, as a share of its cost, ascending
 * @param overReacting saved against reacting only, as a share of its cost, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record CostBootstrap(double[] overFixed, double[] overRefitted, double[] overReacting) {

    static CostBootstrap of(CostTable table, int draws, long seed) {
        double[] overFixed = new double[draws];
        double[] overRefitted = new double[draws];
        double[] overReacting = new double[draws];
        RandomGenerator random = new SplittableRandom(seed);
        int best = table.bestFixed();
        int drives = table.byCost().length;
        for (int b = 0; b < draws; b++) {
            int[] times = new int[drives];
            for (int d = 0; d < drives; d++) {
                times[random.nextInt(drives)]++;
            }
            double own = total(table.byCost(), times);
            double[] fixed = Arrays.stream(table.byFixed())
                    .mapToDouble(costs -> total(costs, times))
                    .toArray();
            overFixed[b] = 1 - own / fixed[best];
            overRefitted[b] = 1 - own / fixed[CostTable.best(fixed)];
            overReacting[b] = 1 - own / total(table.reacting(), times);
        }
        Arrays.sort(overFixed);
        Arrays.sort(overRefitted);
        Arrays.sort(overReacting);
        return new CostBootstrap(overFixed, overRefitted, overReacting);
    }

    private static double total(double[] costs, int[] times) {
        double sum = 0;
        for (int d = 0; d < costs.length; d++) {
            sum += costs[d] * times[d];
        }
        return sum;
    }

    /** The value that a share of the draws does not exceed, the share in (0, 1). */
    static double quantile(double[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))];
    }
}
