package io.lifeboat.engine.model.tree;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a random forest learns (Breiman, "Random forests", 2001).
 *
 * @param trees at least 1
 * @param limits the size of each tree; {@code featuresPerSplit} should be well under the number of features
 * @param rowShare the rows drawn with replacement for each tree, as a share of all, in (0, 1]
 * @param monotone by feature name: +1 if the prediction must not fall when the feature rises, -1 if it must not rise
 * @param seed the seed of all drawing
 * @param threads how many trees grow at once, at least 1; the model does not depend on it
 */
public record ForestSettings(
        int trees, TreeLimits limits, double rowShare, Map<String, Integer> monotone, long seed, int threads) {

    public ForestSettings {
        Shares.require("rowShare", rowShare);
        if (trees < 1 || threads < 1) {
            throw new IllegalArgumentException("trees %d and threads %d must be 1 or more.".formatted(trees, threads));
        }
        monotone = Map.copyOf(new TreeMap<>(monotone));
        monotone.forEach(Monotone::requireDirection);
    }

    /** Settings without monotone constraints. */
    public ForestSettings(int trees, TreeLimits limits, double rowShare, long seed, int threads) {
        this(trees, limits, rowShare, Map.of(), seed, threads);
    }

    /** The same with monotone constraints by feature name, each +1 or -1. */
    public ForestSettings withMonotone(Map<String, Integer> newMonotone) {
        return new ForestSettings(trees, limits, rowShare, newMonotone, seed, threads);
    }
}
