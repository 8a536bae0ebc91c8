package io.lifeboat.engine.evaluate.disk;

/**
 * How the disk models learn.
 *
 * @param keptNegatives the share of negative snapshots that are learned from, in (0, 1]; their weight makes up for it
 * @param boostedTrees at least 1
 * @param forestTrees at least 1
 * @param bags how many boosted models, each from other negatives, make up one, at least 1; by turns on 30 and on 14 days
 * @param lastingBags the same for long horizons, at least 1; by turns on half a year and on a year
 * @param folds groups of drives, at least 2; for calibration a model learns from all groups but one and scores that one
 * @param falseAlarmRate the share of healthy drives that may ever alarm in a period as long as the calibration, in (0, 1)
 * @param threads at least 1; the result does not depend on it
 */
record DiskSettings(
        double keptNegatives,
        int boostedTrees,
        int forestTrees,
        int bags,
        int lastingBags,
        int folds,
        double falseAlarmRate,
        int threads) {

    static DiskSettings usual(int threads) {
        return new DiskSettings(0.05, 300, 300, 8, 4, 3, 0.01, threads);
    }
}
