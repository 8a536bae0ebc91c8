package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.model.calibration.Logits;
import io.lifeboat.engine.model.tree.BoostingSettings;
import io.lifeboat.engine.model.tree.ForestSettings;
import io.lifeboat.engine.model.tree.GradientBoosting;
import io.lifeboat.engine.model.tree.Objective;
import io.lifeboat.engine.model.tree.RandomForest;
import io.lifeboat.engine.model.tree.TrainingSet;
import io.lifeboat.engine.model.tree.TreeEnsemble;
import io.lifeboat.engine.model.tree.TreeLimits;
import java.util.ArrayList;
import java.util.List;

/**
 * Boosting on failures within 30 and within 14 days, which ranks the urgent ones, a random forest on failures within 30 days, and
 * another on failures within a year, which knows the drives that go bad slowly. The mean of their log-odds is the score. Immutable.
 */
final class DiskModel {

    private static final int SOON_DAYS = 14;
    private static final int SLOW_DAYS = 365;
    private static final double UNSURE = 1e-6;

    private final DriveFeatures features;
    private final List<TreeEnsemble> urgent = new ArrayList<>();
    private final TreeEnsemble urgentForest;
    private final TreeEnsemble slowForest;

    /** @param weeks snapshots to learn from; failures count up to 30 days after the last one, as in the test */
    DiskModel(List<Drive> drives, Weeks weeks, DiskSettings settings, long seed) {
        int knownUntil = weeks.lastDay() + WeeklyScores.HORIZON_DAYS;
        features = new DriveFeatures(new ModelRates(drives, weeks.firstDay(), knownUntil));
        for (int bag = 0; bag < settings.bags(); bag++) {
            int horizon = bag % 2 == 0 ? WeeklyScores.HORIZON_DAYS : SOON_DAYS;
            TrainingSet rows = rows(drives, weeks, horizon, knownUntil, settings, seed + bag);
            urgent.add(GradientBoosting.train(rows, boosting(settings, seed + bag)));
        }
        urgentForest = RandomForest.train(
                rows(drives, weeks, WeeklyScores.HORIZON_DAYS, knownUntil, settings, seed), forest(settings, seed));
        slowForest =
                RandomForest.train(rows(drives, weeks, SLOW_DAYS, knownUntil, settings, seed), forest(settings, seed));
    }

    private TrainingSet rows(
            List<Drive> drives, Weeks weeks, int horizon, int knownUntil, DiskSettings settings, long seed) {
        return new TrainingRows(weeks, horizon, settings.keptNegatives(), seed).of(drives, features, knownUntil);
    }

    private static BoostingSettings boosting(DiskSettings settings, long seed) {
        return BoostingSettings.of(Objective.LOGISTIC, seed)
                .withRounds(settings.boostedTrees(), 0.04)
                .withShares(0.6, 0.3)
                .withLimits(new TreeLimits(16, 6, 40, 10, 0))
                .withThreads(settings.threads());
    }

    private static ForestSettings forest(DiskSettings settings, long seed) {
        TreeLimits limits = new TreeLimits(256, 14, 100, 1, 8);
        return new ForestSettings(settings.forestTrees(), limits, 0.4, seed, settings.threads());
    }

    DriveFeatures features() {
        return features;
    }

    /** In log-odds; ranks drives, but is not calibrated yet. */
    double score(float[] row) {
        double sum = 0;
        for (TreeEnsemble each : urgent) {
            sum += logOdds(each.predict(row)) / urgent.size();
        }
        return (sum + logOdds(urgentForest.predict(row)) + logOdds(slowForest.predict(row))) / 3;
    }

    /** A forest may say 0 or 1, of which it cannot be sure. */
    private static double logOdds(double probability) {
        return Logits.logit(Math.max(UNSURE, Math.min(1 - UNSURE, probability)));
    }
}
