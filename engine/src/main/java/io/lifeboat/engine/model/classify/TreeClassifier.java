package io.lifeboat.engine.model.classify;

import io.lifeboat.engine.model.tree.Objective;
import io.lifeboat.engine.model.tree.TreeEnsemble;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Trees whose sum is a logit (boosting) or a probability (a forest). */
record TreeClassifier(String name, TreeEnsemble trees) implements Classifier {

    /** A forest whose trees all agree is not certain, it has only seen too little; and certainty has no log-odds. */
    private static final double SURE = 1e-6;

    static TreeClassifier read(String name, Objective.Kind kind, DataInput in) throws IOException {
        TreeEnsemble trees = TreeEnsemble.read(in);
        if (trees.objective().kind() != kind) {
            throw new IOException(
                    "trees on %s, which are no %s".formatted(trees.objective().kind(), name));
        }
        return new TreeClassifier(name, trees);
    }

    @Override
    public List<String> features() {
        return trees.features();
    }

    @Override
    public double probability(float[] row) {
        double predicted = trees.predict(row);
        return sumsLogits() ? predicted : clamp(predicted);
    }

    @Override
    public double[] contributions(float[] row) {
        double raw = trees.raw(row);
        double baseline = trees.baseline();
        double[] shares = trees.contributions(row);
        double[] all = Arrays.copyOf(shares, shares.length + 1);
        if (sumsLogits()) {
            all[shares.length] = baseline;
            return all;
        }
        all[shares.length] = logit(clamp(baseline));
        double perUnit = logitsPerUnit(raw, baseline);
        for (int i = 0; i < shares.length; i++) {
            all[i] *= perUnit;
        }
        return all;
    }

    /** A forest adds up probabilities: its shares keep their proportions on the way to log-odds. */
    private static double logitsPerUnit(double raw, double baseline) {
        double low = clamp(baseline);
        double step = raw - baseline;
        return Math.abs(step) < 1e-9 ? 1 / (low * (1 - low)) : (logit(clamp(raw)) - logit(low)) / step;
    }

    private boolean sumsLogits() {
        return trees.objective().kind() == Objective.Kind.LOGISTIC;
    }

    private static double clamp(double probability) {
        return Math.max(SURE, Math.min(1 - SURE, probability));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        trees.write(out);
    }
}
