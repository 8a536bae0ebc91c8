package io.lifeboat.engine.model.tree;

import java.util.Arrays;

/** Follows the weighted loss on the validation slice tree by tree. */
final class EarlyStopping {

    private final Objective objective;
    private final TrainingSet validation;
    private final double[] raw;
    private final int patience;
    private double bestLoss;
    private int best;
    private int seen;

    EarlyStopping(Objective objective, TrainingSet validation, double base, int patience) {
        this.objective = objective;
        this.validation = validation;
        this.patience = patience;
        this.raw = new double[validation.rows()];
        Arrays.fill(raw, base);
        this.bestLoss = loss();
    }

    boolean stopAfter(Tree tree) {
        for (int row = 0; row < raw.length; row++) {
            raw[row] += tree.predict(validation.columns(), row);
        }
        seen++;
        double loss = loss();
        if (loss < bestLoss) {
            bestLoss = loss;
            best = seen;
        }
        return seen - best >= patience;
    }

    int best() {
        return best;
    }

    private double loss() {
        double sum = 0;
        for (int row = 0; row < raw.length; row++) {
            sum += validation.weight()[row]
                    * objective.loss(raw[row], validation.target()[row]);
        }
        return sum;
    }
}
