package io.lifeboat.engine.evaluate.outages;

import io.lifeboat.engine.alert.CostModel;
import io.lifeboat.engine.alert.DynamicThresholds;
import io.lifeboat.engine.alert.QuorumSettings;
import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import io.lifeboat.engine.evaluate.task.JsonFigures;
import io.lifeboat.engine.evaluate.task.LinesFile;
import io.lifeboat.engine.model.calibration.CalibrationReport;
import io.lifeboat.engine.model.calibration.PlattScaling;
import io.lifeboat.engine.model.calibration.Ranking;
import io.lifeboat.engine.model.tree.BoostingSettings;
import io.lifeboat.engine.model.tree.GradientBoosting;
import io.lifeboat.engine.model.tree.Objective;
import io.lifeboat.engine.model.tree.TreeEnsemble;
import io.lifeboat.engine.model.tree.TreeLimits;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code evaluate outages}: hardware failures of nodes within a week, from earlier outages alone, and which alarms that may raise. */
public final class OutageTask implements EvaluationTask {

    private static final double KEPT = 0.1;
    /** Earlier outages are one family of signals; nothing else is in the file. */
    private static final int FAMILIES = 1;

    @Override
    public String name() {
        return "outages";
    }

    @Override
    public String usage() {
        return """
                outages --train F... --test F... --predictions out.csv --json out.json [--seed N] [--threads N]
                     [--train-until D] [--calibrate-until D] [--test-until D]
                  F has an outage a line: System,nodes,nodenum,Prob Started,Hardware,... (Hardware is empty for other causes). The
                  model learns until --train-until (2002-12-31), is calibrated until --calibrate-until (2003-12-31) and tested
                  until --test-until (2005-09-30). Both files may be the same.
                  out.csv: system,node,time,probability,tier; probability of a hardware failure within 7 days.""";
    }

    @Override
    public void run(EvaluateOptions options) throws IOException {
        options.allowOnly(Set.of("train-until", "calibrate-until", "test-until"));
        int learned = day(options, "train-until", "2002-12-31");
        int calibrated = day(options, "calibrate-until", "2003-12-31");
        int end = day(options, "test-until", "2005-09-30");
        List<OutageSystem> known = OutageFile.read(options.train());
        int start = known.stream().mapToInt(OutageSystem::firstDay).min().orElse(0);
        OutageTable training = OutageTable.of(known, start, learned, KEPT, options.seed());
        OutageTable slice = OutageTable.of(known, learned, calibrated, 1, options.seed());
        List<OutageSystem> systems = OutageFile.read(options.test());
        OutageTable test = OutageTable.of(systems, calibrated, end, 1, options.seed());
        requireRows(training, slice, test);
        TreeEnsemble model = GradientBoosting.train(training.trainingSet(), boosting(options));
        PlattScaling calibration = PlattScaling.fit(scores(model, slice), slice.outcome());
        double[] probability =
                Arrays.stream(scores(model, test)).map(calibration::apply).toArray();
        Thresholds thresholds =
                new DynamicThresholds(CostModel.defaults(), Duration.ofDays(OutageTable.HORIZON_DAYS)).ofEmptyNode();
        write(options, test, probability, thresholds);
        figures(test, probability, thresholds)
                .put("abstained_node_weeks", OutageTable.abstained(systems, calibrated, end))
                .put("seed", options.seed())
                .write(options.json());
    }

    private static BoostingSettings boosting(EvaluateOptions options) {
        return BoostingSettings.of(Objective.LOGISTIC, options.seed())
                .withRounds(150, 0.05)
                .withShares(0.6, 0.5)
                .withLimits(new TreeLimits(12, 5, 40, 10, 0))
                .withThreads(options.threads());
    }

    private static double[] scores(TreeEnsemble model, OutageTable table) {
        return table.rows().stream().mapToDouble(model::predict).toArray();
    }

    private static void requireRows(OutageTable... tables) {
        for (OutageTable table : tables) {
            if (!table.labels().contains(true)) {
                throw new IllegalArgumentException(
                        "A period has no hardware failure of a cluster that was written down for "
                                + OutageTable.LEAST_HISTORY_DAYS
                                + " days. Maybe set --train-until, --calibrate-until, --test-until.");
            }
        }
    }

    private static int day(EvaluateOptions options, String name, String otherwise) {
        String date = options.text(name, otherwise);
        try {
            return Math.toIntExact(LocalDate.parse(date).toEpochDay());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "--%s is '%s', but must be a date. Maybe write it like %s.".formatted(name, date, otherwise), e);
        }
    }

    /** The tier that acts is not left to one family of signals: without a second one it stays a warning of low confidence. */
    private static String tier(double probability, Thresholds thresholds) {
        boolean confirmed = FAMILIES >= QuorumSettings.defaults().families();
        if (probability >= thresholds.critical() && confirmed) {
            return "critical";
        }
        if (probability >= thresholds.warning()) {
            return "warning";
        }
        return probability >= thresholds.informational() ? "informational" : "none";
    }

    private static void write(EvaluateOptions options, OutageTable test, double[] probability, Thresholds thresholds)
            throws IOException {
        LinesFile.write(options.predictions(), out -> {
            out.line("system,node,time,probability,tier");
            for (int i = 0; i < probability.length; i++) {
                OutageNode node = test.nodes().get(i);
                out.line(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%.6f,%s",
                        node.system(),
                        node.id(),
                        LocalDate.ofEpochDay(test.days().get(i)),
                        probability[i],
                        tier(probability[i], thresholds)));
            }
        });
    }

    private static JsonFigures figures(OutageTable test, double[] probability, Thresholds thresholds) {
        boolean[] outcome = test.outcome();
        double[] rates =
                test.rows().stream().mapToDouble(row -> row[row.length - 1]).toArray();
        Ranking ranking = Ranking.of(floats(probability), outcome);
        CalibrationReport calibration = CalibrationReport.of(probability, outcome);
        JsonFigures figures = new JsonFigures()
                .put("node_weeks", ranking.total())
                .put("failing_node_weeks", ranking.positives())
                .put("auc", ranking.auc())
                .put("auc_of_rates_alone", Ranking.of(floats(rates), outcome).auc())
                .put("average_precision", ranking.averagePrecision())
                .put("observed_over_expected", calibration.observedOverExpected())
                .put("brier_skill", calibration.brierSkill())
                .put("critical_threshold", thresholds.critical())
                .put("highest_probability", Arrays.stream(probability).max().orElse(0))
                .put(
                        "held_back_by_quorum",
                        Arrays.stream(probability)
                                .filter(p -> p >= thresholds.critical())
                                .count());
        figures.put(
                "held_back_that_failed",
                IntStream.range(0, probability.length)
                        .filter(i -> probability[i] >= thresholds.critical() && outcome[i])
                        .count());
        for (String tier : List.of("critical", "warning", "informational")) {
            figures.put(
                    tier,
                    Arrays.stream(probability)
                            .filter(p -> tier(p, thresholds).equals(tier))
                            .count());
        }
        return figures;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
