package io.lifeboat.engine.model.tree;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The best constant prediction, where boosting starts. */
final class Baseline {

    private Baseline() {}

    static double of(Objective objective, TrainingSet set) {
        return switch (objective.kind()) {
            case SQUARED_ERROR -> mean(set);
            case LOGISTIC -> logit(mean(set));
            case PINBALL -> weightedQuantile(doubles(set.target()), doubles(set.weight()), objective.quantile());
        };
    }

    /** The smallest value with at least the share {@code quantile} of all weight at or below it. */
    static double weightedQuantile(double[] values, double[] weights, double quantile) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double total =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        double below = 0;
        for (int i : order) {
            below += weights[i];
            if (below >= quantile * total) {
                return values[i];
            }
        }
        return values[order[order.length - 1]];
    }

    private static double mean(TrainingSet set) {
        double sum = 0;
        double weight = 0;
        for (int row = 0; row < set.rows(); row++) {
            sum += (double) set.weight()[row] * set.target()[row];
            weight += set.weight()[row];
        }
        return weight > 0 ? sum / weight : 0;
    }

    private static double logit(double p) {
        double clipped = Math.max(1e-9, Math.min(1 - 1e-9, p));
        return Math.log(clipped / (1 - clipped));
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
