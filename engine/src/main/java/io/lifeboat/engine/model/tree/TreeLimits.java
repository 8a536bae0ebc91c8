package io.lifeboat.engine.model.tree;

/**
 * How far one tree may grow.
 *
 * @param maxLeaves at least 2; the tree grows best-first until it has so many
 * @param maxDepth at least 1; splits from the root to the deepest leaf
 * @param minLeafWeight the least sum of second derivatives (for squared error: of row weights) in a leaf, at least 0
 * @param l2 added to that sum when a leaf's value is computed, at least 0; pulls small leaves towards 0
 * @param featuresPerSplit how many features, drawn anew at each split, may be used; 0 means all
 */
public record TreeLimits(int maxLeaves, int maxDepth, double minLeafWeight, double l2, int featuresPerSplit) {

    public TreeLimits {
        if (maxLeaves < 2 || maxDepth < 1 || featuresPerSplit < 0) {
            throw new IllegalArgumentException(
                    "maxLeaves %d must be 2 or more, maxDepth %d 1 or more, featuresPerSplit %d 0 or more."
                            .formatted(maxLeaves, maxDepth, featuresPerSplit));
        }
        if (!(minLeafWeight >= 0) || !(l2 >= 0)) {
            throw new IllegalArgumentException(
                    "minLeafWeight %s and l2 %s must be 0 or more.".formatted(minLeafWeight, l2));
        }
    }
}
