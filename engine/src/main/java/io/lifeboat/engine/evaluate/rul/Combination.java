package io.lifeboat.engine.evaluate.rul;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A weighted mean of the kinds of models.
 *
 * @param weights in the order of {@link LifeModels#KINDS}, each in [0, 1]; they sum to 1
 */
@SuppressWarnings("ArrayRecordComponent")
record Combination(double[] weights) {

    private static final int STEPS = 20;

    double of(double[] predictions) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * predictions[k];
        }
        return sum;
    }

    /** Only one kind of model, by its place in {@link LifeModels#KINDS}. */
    static Combination only(int kind) {
        double[] weights = new double[LifeModels.KINDS.size()];
        weights[kind] = 1;
        return new Combination(weights);
    }

    /** The weights, in steps of a twentieth, with the least error on units the models had not seen. */
    static Combination best(Judgement judgement) {
        Search search = new Search(judgement);
        search.fill(0, STEPS);
        return search.best;
    }

    private static final class Search {
        private final Judgement judgement;
        private final int[] steps = new int[LifeModels.KINDS.size()];
        private Combination best = only(0);
        private double least = Double.POSITIVE_INFINITY;

        Search(Judgement judgement) {
            this.judgement = judgement;
        }

        /** Shares what is left among this kind and those after it, in every way there is. */
        void fill(int kind, int left) {
            if (kind == steps.length - 1) {
                steps[kind] = left;
                consider();
                return;
            }
            for (int s = 0; s <= left; s++) {
                steps[kind] = s;
                fill(kind + 1, left - s);
            }
        }

        private void consider() {
            Combination candidate = new Combination(
                    Arrays.stream(steps).mapToDouble(s -> (double) s / STEPS).toArray());
            double error = judgement.rmse(candidate);
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
    }

    @Override
    public String toString() {
        return IntStream.range(0, weights.length)
                .mapToObj(k -> String.format(Locale.ROOT, "%s %.2f", LifeModels.KINDS.get(k), weights[k]))
                .collect(Collectors.joining(", "));
    }
}
