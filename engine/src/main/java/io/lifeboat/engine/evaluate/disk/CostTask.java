package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import io.lifeboat.engine.evaluate.task.JsonFigures;
import io.lifeboat.engine.evaluate.task.LinesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code evaluate cost}: what thresholds by expected cost save on a fleet of disks, against one threshold for all and none. */
public final class CostTask implements EvaluationTask {

    private static final int MOVE_DAYS = 3;
    private static final int DRAWS = 1000;

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public String usage() {
        return """
                cost --train F... --test F... --predictions out.csv --json out.json [--seed N] [--threads N] [--predicted F]
                     [--train-from D] [--train-until D] [--test-from D] [--test-until D]
                  Replays the weeks of task disk with workloads of four kinds on each drive. --predicted is what task disk wrote
                  for the same files and dates, or any file with drive,time,probability in that order; without it the model is
                  trained anew.
                  out.csv: drive,cost_based,best_fixed,reacting; the cost of each drive under each policy.""";
    }

    @Override
    public void run(EvaluateOptions options) throws IOException {
        Set<String> own = new HashSet<>(Periods.OPTIONS);
        own.add("predicted");
        options.allowOnly(own);
        Periods periods = Periods.of(options);
        List<Drive> train = DriveFile.read(options.train());
        double inTime = inTime(train, periods.training());
        List<Drive> drives = DriveFile.read(options.test());
        CostReplay replay = options.values().containsKey("predicted")
                ? read(options.files("predicted").get(0), drives, periods.testing())
                : predict(train, drives, periods, options);
        CostTable table = CostTable.of(replay, WorkloadCost.KINDS, inTime);
        write(options.predictions(), replay, table);
        figures(table, inTime, options.seed()).write(options.json());
    }

    /** The share of training snapshots within 30 days of a failure that left more time than a move takes. */
    private static double inTime(List<Drive> drives, Weeks weeks) {
        long positive = 0;
        long early = 0;
        for (Drive drive : drives) {
            for (int day : weeks.days().filter(drive::presentOn).toArray()) {
                if (drive.failsWithin(day, WeeklyScores.HORIZON_DAYS)) {
                    positive++;
                    early += drive.lastDay() - day >= MOVE_DAYS ? 1 : 0;
                }
            }
        }
        if (positive == 0) {
            throw new IllegalArgumentException("No drive failed in training, so lead times are unknown.");
        }
        return (double) early / positive;
    }

    private static CostReplay predict(List<Drive> train, List<Drive> drives, Periods periods, EvaluateOptions options) {
        DiskPredictor predictor = DiskPredictor.train(
                train,
                periods.training(),
                periods.training().last(periods.testing().count()),
                DiskSettings.usual(options.threads()),
                options.seed());
        DriveScores scores = predictor.score(drives, periods.testing(), options.threads());
        return new CostReplay(scores.now(), predictor.probabilitiesNow(scores), MOVE_DAYS);
    }

    private static CostReplay read(Path file, List<Drive> drives, Weeks weeks) throws IOException {
        PredictedWeeks predicted = new PredictedWeeks(drives, weeks);
        return new CostReplay(predicted.scores(), predicted.read(file), MOVE_DAYS);
    }

    private static void write(Path file, CostReplay replay, CostTable table) throws IOException {
        int[] beginnings = replay.beginnings();
        double[] fixed = table.byFixed()[table.bestFixed()];
        LinesFile.write(file, out -> {
            out.line("drive,cost_based,best_fixed,reacting");
            for (int d = 0; d < beginnings.length; d++) {
                out.line(String.format(
                        Locale.ROOT,
                        "%s,%.0f,%.0f,%.0f",
                        replay.scores().driveOf(beginnings[d]).id(),
                        table.byCost()[d],
                        fixed[d],
                        table.reacting()[d]));
            }
        });
    }

    private static JsonFigures figures(CostTable table, double inTime, long seed) {
        CostBootstrap bootstrap = CostBootstrap.of(table, DRAWS, seed);
        JsonFigures figures = new JsonFigures()
                .put("drives", table.byCost().length)
                .put("seed", seed)
                .put("move_in_time", inTime)
                .put("cost_based", CostTable.sum(table.byCost()))
                .put("best_fixed", CostTable.sum(table.byFixed()[table.bestFixed()]))
                .put("best_fixed_threshold", table.fixed()[table.bestFixed()])
                .put("reacting", CostTable.sum(table.reacting()));
        for (WorkloadCost kind : WorkloadCost.KINDS) {
            figures.put("threshold_" + kind.name(), kind.threshold(inTime));
        }
        interval(figures, "saved_over_best_fixed", bootstrap.overFixed());
        interval(figures, "saved_over_refitted_fixed", bootstrap.overRefitted());
        interval(figures, "saved_over_reacting", bootstrap.overReacting());
        return figures;
    }

    private static void interval(JsonFigures figures, String name, double[] sorted) {
        figures.put(name + "_median", CostBootstrap.quantile(sorted, 0.5))
                .put(name + "_low_95", CostBootstrap.quantile(sorted, 0.025))
                .put(name + "_high_95", CostBootstrap.quantile(sorted, 0.975));
    }
}
