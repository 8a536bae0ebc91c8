package io.lifeboat.engine.model.tree;

/** The best cut of one node found so far: values in bins up to {@code bin} go left, missing ones by {@code missingLeft}. */
record Split(
        int feature,
        int bin,
        boolean missingLeft,
        double gain,
        double leftGradient,
        double leftHessian,
        double leftValue,
        double rightValue) {

    /** Larger gain wins; between equals the earlier feature, so that the order of threads plays no part. */
    static boolean better(Split candidate, Split best) {
        return candidate.gain > best.gain || (candidate.gain == best.gain && candidate.feature < best.feature);
    }
}
