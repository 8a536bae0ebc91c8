package io.lifeboat.engine.model.tree;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained model: the sum of its trees and a base, through the link of its objective. Immutable and thread-safe; a
 * prediction allocates nothing.
 */
public final class TreeEnsemble {

    private static final int MAX_TREES = 100_000;

    private final List<String> features;
    private final Objective objective;
    private final double base;
    private final Tree[] trees;

    TreeEnsemble(List<String> features, Objective objective, double base, List<Tree> trees) {
        this.features = List.copyOf(features);
        this.objective = objective;
        this.base = base;
        this.trees = trees.toArray(Tree[]::new);
    }

    /** The names of the features, in the order of a row. */
    public List<String> features() {
        return features;
    }

    /** What the trees were grown on. */
    public Objective objective() {
        return objective;
    }

    /** The number of trees. */
    public int trees() {
        return trees.length;
    }

    /**
     * A probability for {@link Objective#LOGISTIC}, the target's own unit otherwise.
     *
     * @param row one value a feature, NaN where missing
     */
    public double predict(float[] row) {
        return objective.link(raw(row));
    }

    /** The score before the link: a logit for {@link Objective#LOGISTIC}. */
    public double raw(float[] row) {
        if (row.length != features.size()) {
            throw new IllegalArgumentException(
                    "The row has %d values, but the model has %d features. Maybe it is another model's."
                            .formatted(row.length, features.size()));
        }
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.predict(row);
        }
        return sum;
    }

    /** The score of the average row, before any feature is looked at. */
    public double baseline() {
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.value()[0];
        }
        return sum;
    }

    /** What each feature added to {@link #raw} on top of {@link #baseline}; in the order of {@link #features}. */
    public double[] contributions(float[] row) {
        double[] contributions = new double[features.size()];
        for (Tree tree : trees) {
            tree.contribute(row, contributions);
        }
        return contributions;
    }

    /** Writes the model; the same model always gives the same bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeShort(features.size());
        for (String feature : features) {
            out.writeUTF(feature);
        }
        objective.write(out);
        out.writeDouble(base);
        out.writeInt(trees.length);
        for (Tree tree : trees) {
            tree.write(out);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it ends early or cannot be a model
     */
    public static TreeEnsemble read(DataInput in) throws IOException {
        int count = in.readUnsignedShort();
        List<String> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            features.add(in.readUTF());
        }
        Objective objective = Objective.read(in);
        double base = in.readDouble();
        int size = in.readInt();
        if (size < 0 || size > MAX_TREES) {
            throw new IOException("an ensemble of " + size + " trees");
        }
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            trees.add(Tree.read(in, count));
        }
        return new TreeEnsemble(features, objective, base, trees);
    }
}
