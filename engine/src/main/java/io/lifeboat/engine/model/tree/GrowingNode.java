package io.lifeboat.engine.model.tree;

import org.jspecify.annotations.Nullable;

/** A node while its tree grows: its rows, its sums, the bounds that monotone ancestors put on its value. */
final class GrowingNode {

    final int index;
    final int start;
    final int end;
    final int depth;
    final double gradient;
    final double hessian;
    final double lower;
    final double upper;
    double value;
    double score;

    @Nullable
    Histogram histogram;

    @Nullable
    Split split;

    GrowingNode(int index, int start, int end, int depth, double gradient, double hessian, double lower, double upper) {
        this.index = index;
        this.start = start;
        this.end = end;
        this.depth = depth;
        this.gradient = gradient;
        this.hessian = hessian;
        this.lower = lower;
        this.upper = upper;
    }

    double clamp(double wanted) {
        return Math.max(lower, Math.min(upper, wanted));
    }

    int rows() {
        return end - start;
    }
}
