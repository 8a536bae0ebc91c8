package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.model.calibration.ConformalThreshold;
import io.lifeboat.engine.model.calibration.PlattScaling;
import java.util.ArrayList;
import java.util.List;

/**
 * Models that each learned from other drives, with the calibration found on the drives each had not seen. Platt scaling, although
 * there are positives enough for isotonic regression: it keeps the order of drives strictly.
 *
 * @param models one a fold; the score is their mean
 * @param calibration from score to probability of failure within 30 days
 * @param threshold from the highest scores of healthy drives over the calibration weeks
 */
record DiskPredictor(List<DiskModel> models, PlattScaling calibration, ConformalThreshold threshold) {

    /**
     * Trains by folds of drives.
     *
     * @param weeks snapshots to learn from
     * @param calibrationWeeks the last of them, as many as there will be in use: the bound holds for a period of that length
     */
    static DiskPredictor train(
            List<Drive> drives, Weeks weeks, Weeks calibrationWeeks, DiskSettings settings, long seed) {
        List<DiskModel> models = new ArrayList<>();
        List<WeeklyScores> unseen = new ArrayList<>();
        for (int fold = 0; fold < settings.folds(); fold++) {
            DiskModel model = new DiskModel(fold(drives, fold, settings, false), weeks, settings, seed + fold);
            models.add(model);
            List<Drive> held = fold(drives, fold, settings, true);
            unseen.add(WeeklyScores.of(held, calibrationWeeks, model.features(), model::score)
                    .latched());
        }
        WeeklyScores scores = WeeklyScores.concat(unseen);
        PlattScaling calibration = PlattScaling.fit(scores.probabilities(), scores.labels());
        return new DiskPredictor(
                List.copyOf(models),
                calibration,
                new ConformalThreshold(DeviceScores.of(scores).healthy()));
    }

    private static List<Drive> fold(List<Drive> drives, int fold, DiskSettings settings, boolean inside) {
        List<Drive> chosen = new ArrayList<>();
        for (int d = 0; d < drives.size(); d++) {
            if ((d % settings.folds() == fold) == inside) {
                chosen.add(drives.get(d));
            }
        }
        return chosen;
    }

    /** The score at which a drive alarms; out of reach if there were too few healthy drives to promise this rate. */
    double alarmAt(double falseAlarmRate) {
        return threshold.guarantees(falseAlarmRate) ? threshold.threshold(falseAlarmRate) : Double.POSITIVE_INFINITY;
    }

    /** The mean score of all models, for every drive and week. */
    WeeklyScores score(List<Drive> drives, Weeks weeks) {
        List<WeeklyScores> each = models.stream()
                .map(model -> WeeklyScores.of(drives, weeks, model.features(), model::score))
                .toList();
        float[] mean = new float[each.get(0).size()];
        for (WeeklyScores scores : each) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += scores.score()[i] / each.size();
            }
        }
        return each.get(0).withScores(mean).latched();
    }
}
