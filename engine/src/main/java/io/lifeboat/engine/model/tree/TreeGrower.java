package io.lifeboat.engine.model.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Grows one tree best-first: the leaf whose split gains most is split next. One grower a tree; not thread-safe. */
final class TreeGrower {

    /** Gives a finished leaf its value; {@code rows[start..end-1]} lie in it, {@code newton} is the second-order value. */
    interface LeafRule {
        double value(int[] rows, int start, int end, double newton);
    }

    private final BinnedColumns bins;
    private final TreeLimits limits;
    private final SplitFinder finder;
    private final Derivatives derivatives;
    private final int[] monotone;
    private final int[] rows;
    private final int[] scratch;
    private final int[] features;
    private final RandomGenerator random;
    private final Workers workers;
    private final TreeBuilder tree = new TreeBuilder();

    /** @param rows the rows of this tree; reordered while it grows */
    TreeGrower(
            BinnedColumns bins,
            TreeLimits limits,
            int[] monotone,
            Derivatives derivatives,
            int[] rows,
            int[] features,
            RandomGenerator random,
            Workers workers) {
        this.bins = bins;
        this.limits = limits;
        this.finder = new SplitFinder(bins, limits, monotone);
        this.monotone = monotone;
        this.derivatives = derivatives;
        this.rows = rows;
        this.scratch = new int[rows.length];
        this.features = features;
        this.random = random;
        this.workers = workers;
    }

    Tree grow(double shrinkage, LeafRule leaf) {
        PriorityQueue<GrowingNode> open = new PriorityQueue<>(
                Comparator.comparingDouble(TreeGrower::gain).reversed().thenComparingInt(n -> n.index));
        List<GrowingNode> leaves = new ArrayList<>();
        consider(root(), open, leaves);
        while (!open.isEmpty() && open.size() + leaves.size() < limits.maxLeaves()) {
            expand(open.remove(), open, leaves);
        }
        leaves.addAll(open);
        for (GrowingNode node : leaves) {
            tree.value(node.index, node.clamp(leaf.value(rows, node.start, node.end, node.value)));
        }
        return tree.build(shrinkage);
    }

    private static double gain(GrowingNode node) {
        return Objects.requireNonNull(node.split).gain();
    }

    private GrowingNode root() {
        double gradient = 0;
        double hessian = 0;
        for (int row : rows) {
            gradient += derivatives.gradient()[row];
            hessian += derivatives.hessian()[row];
        }
        GrowingNode root = new GrowingNode(
                tree.node(), 0, rows.length, 0, gradient, hessian, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return valued(root, finder.leafValue(gradient, hessian, root));
    }

    private GrowingNode valued(GrowingNode node, double value) {
        node.value = value;
        node.score = finder.score(node.gradient, node.hessian, value);
        tree.value(node.index, value);
        return node;
    }

    private void consider(GrowingNode node, PriorityQueue<GrowingNode> open, List<GrowingNode> leaves) {
        if (node.depth < limits.maxDepth() && node.hessian >= 2 * limits.minLeafWeight() && node.rows() > 1) {
            int[] offered = offered();
            if (node.histogram == null) {
                node.histogram = Histogram.build(bins, derivatives, rows, node.start, node.end, offered, workers);
            }
            node.split = finder.best(node, node.histogram, offered);
        }
        if (node.split == null) {
            node.histogram = null;
            leaves.add(node);
        } else {
            open.add(node);
        }
    }

    private int[] offered() {
        int wanted = limits.featuresPerSplit();
        if (wanted == 0 || wanted >= features.length) {
            return features;
        }
        int[] drawn = Shares.draw(features.length, wanted, random);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = features[drawn[i]];
        }
        return drawn;
    }

    private void expand(GrowingNode node, PriorityQueue<GrowingNode> open, List<GrowingNode> leaves) {
        Split split = Objects.requireNonNull(node.split);
        int middle = partition(node, split);
        GrowingNode left = leftChild(node, split, middle);
        GrowingNode right = rightChild(node, split, middle);
        tree.split(node.index, split, bins.edge(split.feature(), split.bin()), left.index, right.index);
        valued(left, left.clamp(split.leftValue()));
        valued(right, right.clamp(split.rightValue()));
        inheritHistogram(node, left, right);
        consider(left, open, leaves);
        consider(right, open, leaves);
    }

    /** With a monotone feature neither side may ever cross the middle of both values, however far it is split later. */
    private GrowingNode leftChild(GrowingNode node, Split split, int middle) {
        double wall = (split.leftValue() + split.rightValue()) / 2;
        int direction = monotone[split.feature()];
        return new GrowingNode(
                tree.node(),
                node.start,
                middle,
                node.depth + 1,
                split.leftGradient(),
                split.leftHessian(),
                direction < 0 ? wall : node.lower,
                direction > 0 ? wall : node.upper);
    }

    private GrowingNode rightChild(GrowingNode node, Split split, int middle) {
        double wall = (split.leftValue() + split.rightValue()) / 2;
        int direction = monotone[split.feature()];
        return new GrowingNode(
                tree.node(),
                middle,
                node.end,
                node.depth + 1,
                node.gradient - split.leftGradient(),
                node.hessian - split.leftHessian(),
                direction > 0 ? wall : node.lower,
                direction < 0 ? wall : node.upper);
    }

    /** Counts only the smaller child's rows; the larger child is what remains of the parent. */
    private void inheritHistogram(GrowingNode node, GrowingNode left, GrowingNode right) {
        boolean all = offersAll();
        if (all && node.histogram != null && node.depth + 1 < limits.maxDepth()) {
            GrowingNode small = left.rows() <= right.rows() ? left : right;
            GrowingNode large = small == left ? right : left;
            small.histogram = Histogram.build(bins, derivatives, rows, small.start, small.end, features, workers);
            large.histogram = node.histogram.subtract(small.histogram, features);
        }
        node.histogram = null;
    }

    private boolean offersAll() {
        return limits.featuresPerSplit() == 0 || limits.featuresPerSplit() >= features.length;
    }

    /** Stable, so that rows stay in ascending order and memory is read forwards. */
    private int partition(GrowingNode node, Split split) {
        byte[] column = bins.column(split.feature());
        int left = node.start;
        int right = 0;
        for (int i = node.start; i < node.end; i++) {
            int bin = column[rows[i]] & 0xff;
            if (bin == BinnedColumns.MISSING ? split.missingLeft() : bin <= split.bin()) {
                rows[left++] = rows[i];
            } else {
                scratch[right++] = rows[i];
            }
        }
        System.arraycopy(scratch, 0, rows, left, right);
        return left;
    }
}
