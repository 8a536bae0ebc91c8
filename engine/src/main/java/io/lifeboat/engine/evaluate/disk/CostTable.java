package io.lifeboat.engine.evaluate.disk;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The cost of every drive under every policy. Each drive carries one workload of each kind, and only those are moved for which it pays.
 *
 * @param byCost the cost of each drive if each workload has its own threshold
 * @param reacting the cost of each drive if nothing is ever moved
 * @param fixed the thresholds tried for all workloads alike
 * @param byFixed {@code byFixed[threshold][drive]}
 */
@SuppressWarnings("ArrayRecordComponent")
record CostTable(double[] byCost, double[] reacting, double[] fixed, double[][] byFixed) {

    private static final int FIXED_THRESHOLDS = 60;
    private static final double LEAST_FIXED = 1e-4;

    /** @param inTime the chance that a move ends in time, for the thresholds by cost */
    static CostTable of(CostReplay replay, List<WorkloadCost> kinds, double inTime) {
        double[] fixed = IntStream.range(0, FIXED_THRESHOLDS)
                .mapToDouble(k -> Math.pow(LEAST_FIXED, 1 - k / (FIXED_THRESHOLDS - 1.0)))
                .toArray();
        return new CostTable(
                costs(replay, kinds, kind -> kind.threshold(inTime)),
                costs(replay, kinds, kind -> CostReplay.NEVER),
                fixed,
                Arrays.stream(fixed)
                        .mapToObj(threshold -> costs(replay, kinds, kind -> threshold))
                        .toArray(double[][]::new));
    }

    private static double[] costs(
            CostReplay replay, List<WorkloadCost> kinds, ToDoubleFunction<WorkloadCost> threshold) {
        return Arrays.stream(replay.beginnings())
                .mapToDouble(from -> kinds.stream()
                        .mapToDouble(kind -> replay.cost(from, kind, threshold.applyAsDouble(kind)))
                        .sum())
                .toArray();
    }

    /** The fixed threshold that cost least, known only afterwards: no one could have done better with one number. */
    int bestFixed() {
        return best(Arrays.stream(byFixed).mapToDouble(CostTable::sum).toArray());
    }

    static int best(double[] costs) {
        int best = 0;
        for (int k = 1; k < costs.length; k++) {
            best = costs[k] < costs[best] ? k : best;
        }
        return best;
    }

    static double sum(double[] costs) {
        return Arrays.stream(costs).sum();
    }
}
