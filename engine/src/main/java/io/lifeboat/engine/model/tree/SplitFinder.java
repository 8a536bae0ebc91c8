package io.lifeboat.engine.model.tree;

import org.jspecify.annotations.Nullable;

/** Scans one node's histogram for the cut with the largest gain (Chen and Guestrin 2016, equations 5 to 7). */
final class SplitFinder {

    private static final double MIN_GAIN = 1e-10;

    private final BinnedColumns bins;
    private final TreeLimits limits;
    private final int[] monotone;

    SplitFinder(BinnedColumns bins, TreeLimits limits, int[] monotone) {
        this.bins = bins;
        this.limits = limits;
        this.monotone = monotone;
    }

    double leafValue(double gradient, double hessian, GrowingNode bounds) {
        double denominator = hessian + limits.l2();
        return bounds.clamp(denominator > 0 ? -gradient / denominator : 0);
    }

    @Nullable
    Split best(GrowingNode node, Histogram histogram, int[] features) {
        Split best = null;
        for (int feature : features) {
            Split candidate = best(node, histogram, feature);
            if (candidate != null && (best == null || Split.better(candidate, best))) {
                best = candidate;
            }
        }
        return best;
    }

    private @Nullable Split best(GrowingNode node, Histogram histogram, int feature) {
        boolean missing = histogram.hessian(feature, BinnedColumns.MISSING) > 1e-9 * node.hessian;
        Split right = scan(node, histogram, feature, false);
        if (!missing) {
            return right == null ? null : towardsHeavier(right, node);
        }
        Split left = scan(node, histogram, feature, true);
        return right == null || (left != null && left.gain() > right.gain()) ? left : right;
    }

    /** Nothing was missing here, so what is missing later goes where most rows went. */
    private static Split towardsHeavier(Split s, GrowingNode node) {
        boolean left = s.leftHessian() * 2 >= node.hessian;
        return new Split(
                s.feature(), s.bin(), left, s.gain(), s.leftGradient(), s.leftHessian(), s.leftValue(), s.rightValue());
    }

    private @Nullable Split scan(GrowingNode node, Histogram histogram, int feature, boolean missingLeft) {
        double gradient = missingLeft ? histogram.gradient(feature, BinnedColumns.MISSING) : 0;
        double hessian = missingLeft ? histogram.hessian(feature, BinnedColumns.MISSING) : 0;
        Split best = null;
        double bestGain = MIN_GAIN;
        for (int bin = 0; bin < bins.bins(feature) - 1; bin++) {
            gradient += histogram.gradient(feature, bin);
            hessian += histogram.hessian(feature, bin);
            double rightHessian = node.hessian - hessian;
            if (hessian < limits.minLeafWeight() || hessian <= 0) {
                continue;
            }
            if (rightHessian < limits.minLeafWeight() || rightHessian <= 1e-12 * node.hessian) {
                break;
            }
            double left = leafValue(gradient, hessian, node);
            double right = leafValue(node.gradient - gradient, rightHessian, node);
            double gain =
                    score(gradient, hessian, left) + score(node.gradient - gradient, rightHessian, right) - node.score;
            if (gain > bestGain && (right - left) * monotone[feature] >= 0) {
                bestGain = gain;
                best = new Split(feature, bin, missingLeft, gain, gradient, hessian, left, right);
            }
        }
        return best;
    }

    /** Twice the fall of the loss when all rows of a node get this value. */
    double score(double gradient, double hessian, double value) {
        return -(2 * gradient * value + (hessian + limits.l2()) * value * value);
    }
}
