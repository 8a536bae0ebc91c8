package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.model.calibration.ConformalThreshold;
import io.lifeboat.engine.model.calibration.PlattScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A model that learned from all training drives, with the calibration that models of the same kind showed on drives they had not
 * seen.
 *
 * @param model says the scores
 * @param calibration from suspicion to the probability of failure within 30 days
 * @param now from how a drive looks now to that probability; a straight line, as it is in log-odds already
 * @param threshold from the highest suspicion of healthy drives over the calibration weeks
 */
record DiskPredictor(DiskModel model, DriveCalibration calibration, PlattScaling now, ConformalThreshold threshold) {

    /**
     * Trains, and calibrates by folds of drives.
     *
     * @param weeks snapshots to learn from
     * @param calibrationWeeks the last of them, as many as there will be in use: the bound holds for a period of that length
     */
    static DiskPredictor train(
            List<Drive> drives, Weeks weeks, Weeks calibrationWeeks, DiskSettings settings, long seed) {
        List<DriveScores> unseen = new ArrayList<>();
        for (int fold = 0; fold < settings.folds(); fold++) {
            DiskModel other = new DiskModel(fold(drives, fold, settings, false), weeks, settings, seed + 100 + fold);
            List<Drive> held = fold(drives, fold, settings, true);
            unseen.add(DriveScores.of(held, calibrationWeeks, other, settings.threads()));
        }
        DriveScores scores = DriveScores.concat(unseen);
        return new DiskPredictor(
                new DiskModel(drives, weeks, settings, seed),
                DriveCalibration.fit(scores.suspicion()),
                PlattScaling.fit(scores.now().probabilities(), scores.now().labels()),
                new ConformalThreshold(DeviceScores.of(scores.suspicion()).healthy()));
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

    /** The suspicion at which a drive alarms; out of reach if there were too few healthy drives to promise this rate. */
    double alarmAt(double falseAlarmRate) {
        return threshold.guarantees(falseAlarmRate) ? threshold.threshold(falseAlarmRate) : Double.POSITIVE_INFINITY;
    }

    /** The scores of every drive and week. */
    DriveScores score(List<Drive> drives, Weeks weeks, int threads) {
        return DriveScores.of(drives, weeks, model, threads);
    }

    /** What decisions by cost are made from: sharper in each week than what is calibrated from suspicion. */
    double[] probabilitiesNow(DriveScores scores) {
        return Arrays.stream(scores.now().probabilities()).map(now::apply).toArray();
    }
}
