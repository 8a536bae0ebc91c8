package io.lifeboat.engine.model.tree;

import java.util.Map;
import java.util.TreeMap;

/**
 * How gradient boosting learns.
 *
 * @param objective what to minimise
 * @param rounds the most trees, at least 1
 * @param learningRate what is kept of each tree, in (0, 1]
 * @param rowShare the share of rows drawn without replacement for each tree, in (0, 1]
 * @param columnShare the share of features drawn for each tree, in (0, 1]
 * @param patience stop after so many trees without a better loss on the validation slice; at least 1
 * @param limits the size of each tree
 * @param monotone by feature name: +1 if the prediction must not fall when the feature rises, -1 if it must not rise
 * @param seed the seed of all drawing
 * @param threads how many threads build histograms, at least 1; the model does not depend on it
 */
public record BoostingSettings(
        Objective objective,
        int rounds,
        double learningRate,
        double rowShare,
        double columnShare,
        int patience,
        TreeLimits limits,
        Map<String, Integer> monotone,
        long seed,
        int threads) {

    public BoostingSettings {
        Shares.require("learningRate", learningRate);
        Shares.require("rowShare", rowShare);
        Shares.require("columnShare", columnShare);
        if (rounds < 1 || patience < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "rounds %d, patience %d and threads %d must be 1 or more.".formatted(rounds, patience, threads));
        }
        monotone = Map.copyOf(new TreeMap<>(monotone));
        monotone.forEach(Monotone::requireDirection);
    }

    /** Settings that rarely do badly: 300 trees of 31 leaves, learning rate 0.05, four fifths of rows and columns a tree. */
    public static BoostingSettings of(Objective objective, long seed) {
        TreeLimits limits = new TreeLimits(31, 8, 1, 1, 0);
        return new BoostingSettings(objective, 300, 0.05, 0.8, 0.8, 30, limits, Map.of(), seed, 1);
    }

    /** The same with other numbers of trees and another learning rate in (0, 1]. */
    public BoostingSettings withRounds(int newRounds, double newLearningRate) {
        return new BoostingSettings(
                objective,
                newRounds,
                newLearningRate,
                rowShare,
                columnShare,
                patience,
                limits,
                monotone,
                seed,
                threads);
    }

    /** The same with other shares of rows and columns, both in (0, 1]. */
    public BoostingSettings withShares(double newRowShare, double newColumnShare) {
        return new BoostingSettings(
                objective,
                rounds,
                learningRate,
                newRowShare,
                newColumnShare,
                patience,
                limits,
                monotone,
                seed,
                threads);
    }

    /** The same with trees of another size. */
    public BoostingSettings withLimits(TreeLimits newLimits) {
        return new BoostingSettings(
                objective, rounds, learningRate, rowShare, columnShare, patience, newLimits, monotone, seed, threads);
    }

    /** The same with monotone constraints by feature name, each +1 or -1. */
    public BoostingSettings withMonotone(Map<String, Integer> newMonotone) {
        return new BoostingSettings(
                objective, rounds, learningRate, rowShare, columnShare, patience, limits, newMonotone, seed, threads);
    }

    /** The same with another number of threads, at least 1. */
    public BoostingSettings withThreads(int newThreads) {
        return new BoostingSettings(
                objective, rounds, learningRate, rowShare, columnShare, patience, limits, monotone, seed, newThreads);
    }
}
