package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.evaluate.task.JsonFigures;
import io.lifeboat.engine.model.calibration.CalibrationReport;
import io.lifeboat.engine.model.calibration.Ranking;
import java.util.HashMap;
import java.util.Map;

/** What the predictions of the test period were worth. */
final class DiskFigures {

    private static final double[] FALSE_ALARM_RATES = {0.001, 0.01, 0.05};
    private static final double WEEKLY_BUDGET = 0.01;

    private DiskFigures() {}

    static JsonFigures of(DiskPredictor predictor, DriveScores scores, double[] probability, DiskSettings settings) {
        WeeklyScores test = scores.suspicion();
        boolean[] labels = test.labels();
        Ranking ranking = Ranking.of(test.score(), labels);
        DeviceScores devices = DeviceScores.of(test);
        JsonFigures figures = new JsonFigures()
                .put("drive_weeks", ranking.total())
                .put("positive_drive_weeks", ranking.positives())
                .put("healthy_drives", devices.healthy().length)
                .put("failing_drives", devices.failing().length)
                .put("auc", ranking.auc())
                .put("average_precision", ranking.averagePrecision());
        for (double rate : FALSE_ALARM_RATES) {
            String suffix = "_at_far_" + rate;
            figures.put("detection" + suffix, devices.detectionRate(devices.thresholdAt(rate)));
            double transferred = predictor.alarmAt(rate);
            figures.put(
                    "guaranteed" + suffix,
                    Boolean.toString(predictor.threshold().guarantees(rate)));
            figures.put("transferred_far" + suffix, devices.falseAlarmRate(transferred));
            figures.put("transferred_detection" + suffix, devices.detectionRate(transferred));
        }
        figures.put("recall_in_weekly_budget_1_percent", WeeklyBudget.recall(scores.urgency(), WEEKLY_BUDGET));
        figures.put("recall_in_weekly_budget_1_percent_by_probability", WeeklyBudget.recall(test, WEEKLY_BUDGET));
        figures.put("median_lead_days", medianLead(test, predictor.alarmAt(settings.falseAlarmRate())));
        CalibrationReport calibration = CalibrationReport.of(probability, labels);
        return figures.put("observed_over_expected", calibration.observedOverExpected())
                .put("expected_calibration_error", calibration.expectedCalibrationError())
                .put("brier", calibration.brier())
                .put("brier_skill", calibration.brierSkill());
    }

    /** Days from the first alarm in the last 30 to the failure, over the drives that had one. */
    private static double medianLead(WeeklyScores test, double threshold) {
        Map<Integer, Integer> leads = new HashMap<>();
        for (int i = 0; i < test.size(); i++) {
            if (test.positive(i) && test.score()[i] >= threshold) {
                leads.merge(test.drive()[i], test.driveOf(i).lastDay() - test.day(i), Math::max);
            }
        }
        int[] sorted =
                leads.values().stream().mapToInt(Integer::intValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
