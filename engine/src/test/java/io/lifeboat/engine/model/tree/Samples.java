package io.lifeboat.engine.model.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Small seeded training sets whose truth is known. */
final class Samples {

    private Samples() {}

    /** Uniform features in [0, 1) and a target computed from them, with uniform noise of the given half width. */
    static TrainingSet of(int rows, int features, double noise, long seed, ToDoubleFunction<float[]> truth) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] columns = new float[features][rows];
        float[] target = new float[rows];
        float[] row = new float[features];
        for (int r = 0; r < rows; r++) {
            for (int f = 0; f < features; f++) {
                row[f] = (float) random.nextDouble();
                columns[f][r] = row[f];
            }
            target[r] = (float) (truth.applyAsDouble(row) + noise * (2 * random.nextDouble() - 1));
        }
        return TrainingSet.unweighted(names(features), columns, target);
    }

    static List<String> names(int features) {
        List<String> names = new ArrayList<>();
        for (int f = 0; f < features; f++) {
            names.add("x" + f);
        }
        return names;
    }

    static double rmse(TreeEnsemble model, TrainingSet set) {
        double squares = 0;
        for (int r = 0; r < set.rows(); r++) {
            double error = model.predict(set.row(r)) - set.target()[r];
            squares += error * error;
        }
        return Math.sqrt(squares / set.rows());
    }
}
