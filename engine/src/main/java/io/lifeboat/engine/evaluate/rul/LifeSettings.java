package io.lifeboat.engine.evaluate.rul;

import io.lifeboat.engine.model.sequence.LstmSettings;

/**
 * How models of remaining life learn.
 *
 * @param rows how cycles become targets and weights
 * @param folds groups of units, at least 2; each set of models learns from all groups but one and is judged on that one
 * @param boostedTrees in each of two bags, at least 1
 * @param forestTrees at least 1
 * @param networks how many networks a fold, at least 1; each stops early by other units
 * @param network how one network learns
 * @param cuts how many times each unit is stopped at a random time to be judged, at least 1
 * @param seed the seed of everything
 * @param threads at least 1; the result does not depend on it
 */
record LifeSettings(
        LifeRows rows,
        int folds,
        int boostedTrees,
        int forestTrees,
        int networks,
        LstmSettings network,
        int cuts,
        long seed,
        int threads) {

    static LifeSettings usual(long seed, int threads) {
        return new LifeSettings(new LifeRows(130, 150, 0.2f), 10, 400, 30, 3, LstmSettings.of(seed), 20, seed, threads);
    }
}
