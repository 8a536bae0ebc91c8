package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import io.lifeboat.engine.evaluate.task.LinesFile;
import io.lifeboat.engine.model.calibration.CalibrationReport;
import io.lifeboat.engine.model.calibration.Logits;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;

/** {@code evaluate disk}: failures of hard disks within 30 days, trained and tested by calendar. */
public final class DiskTask implements EvaluationTask {

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public String usage() {
        return """
                disk --train F... --test F... --predictions out.csv --json out.json [--seed N] [--threads N]
                     [--train-from D] [--train-until D] [--test-from D] [--test-until D]
                  F is a start-stop table: id,model,size_tb,min_date,max_date,tstart,tstop,fails,smart_5,... (.csv or .csv.gz).
                  Snapshots of the training file up to --train-until (2015-08-31) teach and calibrate; those of the test file from
                  --test-from (2015-11-01) to --test-until (2016-08-28) are predicted. Both may be the same file.
                  out.csv: drive,time,probability,alarm,urgency,probability_now; probability of failure within 30 days, and alarm
                  bounded to 1 % of healthy drives over the test period, both by lasting suspicion; urgency (not calibrated)
                  orders a list of drives to inspect in a week; probability_now is of how a drive looks now, for task cost.""";
    }

    @Override
    public void run(EvaluateOptions options) throws IOException {
        options.allowOnly(Periods.OPTIONS);
        Periods periods = Periods.of(options);
        Weeks training = periods.training();
        Weeks testing = periods.testing();
        DiskSettings settings = DiskSettings.usual(options.threads());
        DiskPredictor predictor = DiskPredictor.train(
                DriveFile.read(options.train()), training, training.last(testing.count()), settings, options.seed());
        DriveScores scores = predictor.score(DriveFile.read(options.test()), testing, settings.threads());
        WeeklyScores test = scores.suspicion();
        if (test.size() == 0) {
            throw new IllegalArgumentException("No drive of " + options.test() + " was there from "
                    + LocalDate.ofEpochDay(testing.firstDay()) + " to " + LocalDate.ofEpochDay(testing.lastDay())
                    + ". Maybe set --test-from and --test-until.");
        }
        double[] probability = predictor.calibration().probabilities(test);
        double[] now = predictor.probabilitiesNow(scores);
        write(options, scores, probability, now, predictor.alarmAt(settings.falseAlarmRate()));
        CalibrationReport calibration = CalibrationReport.of(now, test.labels());
        DiskFigures.of(predictor, scores, probability, settings)
                .put("now_observed_over_expected", calibration.observedOverExpected())
                .put("now_brier_skill", calibration.brierSkill())
                .put("seed", options.seed())
                .write(options.json());
    }

    private static void write(
            EvaluateOptions options, DriveScores scores, double[] probability, double[] now, double threshold)
            throws IOException {
        WeeklyScores test = scores.suspicion();
        LinesFile.write(options.predictions(), out -> {
            out.line("drive,time,probability,alarm,urgency,probability_now");
            for (int i = 0; i < test.size(); i++) {
                out.line(String.format(
                        Locale.ROOT,
                        "%s,%s,%.9f,%d,%.9f,%.9f",
                        test.driveOf(i).id(),
                        LocalDate.ofEpochDay(test.day(i)),
                        probability[i],
                        test.score()[i] >= threshold ? 1 : 0,
                        Logits.sigmoid(scores.urgency().score()[i]),
                        now[i]));
            }
        });
    }
}
