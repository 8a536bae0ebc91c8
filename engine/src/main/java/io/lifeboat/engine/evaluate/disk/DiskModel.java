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
 * What snapshots of a drive say, in log-odds. Three questions: how it looks now, whether it will wear out in
 * half a year to a year, and who is next. Immutable.
 */
final class DiskModel {

    private static final int SOON_DAYS = 14;
    private static final int HALF_YEAR_DAYS = 180;
    private static final int YEAR_DAYS = 365;
    private static final double UNSURE = 1e-6;

    private final DriveFeatures features;
    private final List<TreeEnsemble> urgent;
    private final List<TreeEnsemble> lasting;
    private final TreeEnsemble soonForest;
    private final TreeEnsemble slowForest;

    /** @param weeks snapshots to learn from; failures count up to 30 days after the last one, as in the test */
    DiskModel(List<Drive> drives, Weeks weeks, DiskSettings settings, long seed) {
        int knownUntil = weeks.lastDay() + WeeklyScores.HORIZON_DAYS;
        features = new DriveFeatures(new ModelRates(drives, weeks.firstDay(), knownUntil));
        Teacher teacher = new Teacher(drives, weeks, features, knownUntil, settings, seed);
        urgent = teacher.boosted(settings.bags(), WeeklyScores.HORIZON_DAYS, SOON_DAYS);
        lasting = teacher.boosted(settings.lastingBags(), HALF_YEAR_DAYS, YEAR_DAYS);
        soonForest = teacher.forest(WeeklyScores.HORIZON_DAYS);
        slowForest = teacher.forest(YEAR_DAYS);
    }

    /** Trains single models of one set of drives. */
    private record Teacher(
            List<Drive> drives, Weeks weeks, DriveFeatures features, int knownUntil, DiskSettings settings, long seed) {

        /** Models that learn from different negatives, by turns on the first and on the second horizon. */
        List<TreeEnsemble> boosted(int bags, int firstDays, int secondDays) {
            List<TreeEnsemble> models = new ArrayList<>();
            for (int bag = 0; bag < bags; bag++) {
                TrainingSet rows = rows(bag % 2 == 0 ? firstDays : secondDays, seed + bag);
                models.add(GradientBoosting.train(rows, boosting(seed + bag)));
            }
            return models;
        }

        TreeEnsemble forest(int horizonDays) {
            TreeLimits limits = new TreeLimits(256, 14, 100, 1, 8);
            return RandomForest.train(
                    rows(horizonDays, seed),
                    new ForestSettings(settings.forestTrees(), limits, 0.4, seed, settings.threads()));
        }

        private TrainingSet rows(int horizonDays, long drawn) {
            return new TrainingRows(weeks, horizonDays, settings.keptNegatives(), drawn)
                    .of(drives, features, knownUntil);
        }

        private BoostingSettings boosting(long bagSeed) {
            return BoostingSettings.of(Objective.LOGISTIC, bagSeed)
                    .withRounds(settings.boostedTrees(), 0.04)
                    .withShares(0.6, 0.3)
                    .withLimits(new TreeLimits(16, 6, 40, 10, 0))
                    .withThreads(settings.threads());
        }
    }

    DriveFeatures features() {
        return features;
    }

    /**
     * How it looks now: boosting on 30 and 14 days, and forests on 30 days and a year, which know slow decay. How likely it fails
     * within half a year to a year, by boosting. Who is next: the boosting on 30 and 14 days alone, which forgets faster than forests.
     */
    double[] nowLastingUrgency(float[] row) {
        double urgency = mean(urgent, row);
        double now = urgency / 2 + logOdds(soonForest.predict(row)) / 4 + logOdds(slowForest.predict(row)) / 4;
        return new double[] {now, mean(lasting, row), urgency};
    }

    private static double mean(List<TreeEnsemble> models, float[] row) {
        double sum = 0;
        for (TreeEnsemble each : models) {
            sum += logOdds(each.predict(row));
        }
        return sum / models.size();
    }

    /** A forest may say 0 or 1, of which it cannot be sure. */
    private static double logOdds(double probability) {
        return Logits.logit(Math.max(UNSURE, Math.min(1 - UNSURE, probability)));
    }
}
