package io.lifeboat.benchmarks.speed;

import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.model.tree.TrainingSet;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seeded rows of 40 features of which ten matter, some missing, about one in twenty ending in a failure. */
final class Rows {

    static final int FEATURES = 40;

    private Rows() {}

    static TrainingSet of(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] columns = new float[FEATURES][rows];
        float[] target = new float[rows];
        for (int r = 0; r < rows; r++) {
            double logit = -4.5;
            double[] values = new double[FEATURES];
            for (int f = 0; f < FEATURES; f++) {
                values[f] = random.nextGaussian();
                columns[f][r] = random.nextInt(20) == 0 ? Float.NaN : (float) values[f];
                logit += f < 6 ? 0.5 * values[f] : 0;
                logit += f >= 6 && f < 10 ? 0.6 * Math.max(0, values[f]) * Math.max(0, values[f - 6]) : 0;
            }
            target[r] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        return TrainingSet.unweighted(IntStream.range(0, FEATURES).mapToObj(f -> "x" + f).toList(), columns, target);
    }

    /** Row by row the features and the target, as 32-bit floats in network order: for what reads them in another language. */
    static void write(TrainingSet set, DataOutputStream out) throws IOException {
        for (int r = 0; r < set.rows(); r++) {
            for (float value : set.row(r)) {
                out.writeFloat(value);
            }
            out.writeFloat(set.target()[r]);
        }
    }

    /** The share of pairs of a failure and none in which the failure scores higher. */
    static double auc(Classifier classifier, TrainingSet set) {
        double[] scores = new double[set.rows()];
        Arrays.setAll(scores, r -> classifier.probability(set.row(r)));
        Integer[] order = Stream.iterate(0, r -> r + 1).limit(set.rows()).toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(r -> scores[r]));
        double ranks = 0;
        long failures = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            int hits = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                hits += set.target()[order[to++]] == 1 ? 1 : 0;
            }
            ranks += hits * (from + to + 1) / 2.0;
            failures += hits;
            from = to;
        }
        return (ranks - failures * (failures + 1) / 2.0) / failures / (order.length - failures);
    }
}
