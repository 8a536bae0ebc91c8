package io.lifeboat.engine.evaluate.local;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import io.lifeboat.engine.evaluate.task.JsonFigures;
import io.lifeboat.engine.evaluate.task.LinesFile;
import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.train.HistoryRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The task {@code local}: trained models against rules alone on recorded runs. */
public final class LocalTask implements EvaluationTask {

    private static final int RESAMPLES = 2000;

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String usage() {
        return """
                local --test HISTORY [--models DIR] --predictions out.csv --json out.json [--seed 1]
                  Lead times and false alarms of trained models against those of rules alone, on the same recorded runs.
                  --test    history stores that were not trained on (docs/history.md)
                  --models  what train wrote; by default the models that ship with the engine
                  out.json  also of how many failing runs a remaining life was said, and how many outlived every bound
                  out.csv   run,kind,runup_s,lead_untrained_s,lead_learned_s,false_untrained,false_learned
                """;
    }

    @Override
    public void run(EvaluateOptions options) throws IOException {
        options.allowOnly(Set.of("models"));
        LearnedModels models = models(options);
        List<ComparedRun> runs = new ArrayList<>();
        for (Path history : options.directories("test")) {
            for (RecordedRun run : HistoryRuns.complete(history)) {
                runs.add(ComparedRun.of(run, models));
            }
        }
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(
                    "--test has no complete run. Maybe the runs were killed before their end.");
        }
        write(options.predictions(), runs);
        figures(runs, options.seed()).write(options.json());
    }

    private static LearnedModels models(EvaluateOptions options) {
        if (!options.values().containsKey("models")) {
            return LearnedModels.forLocalNodes();
        }
        try {
            LearnedModels models =
                    LearnedModels.load(options.directories("models").get(0));
            if (!models.cadence().isLive()) {
                throw new IllegalArgumentException(
                        "--models are of telemetry that comes each %s, but local runs are compared. Maybe read what train said of them."
                                .formatted(models.cadence().step()));
            }
            return models;
        } catch (IOException e) {
            throw new IllegalArgumentException("--models cannot be used: " + e.getMessage(), e);
        }
    }

    private static void write(Path file, List<ComparedRun> runs) throws IOException {
        LinesFile.write(file, out -> {
            out.line("run,kind,runup_s,lead_untrained_s,lead_learned_s,false_untrained,false_learned");
            for (ComparedRun run : runs) {
                out.line(run.csv());
            }
        });
    }

    private static JsonFigures figures(List<ComparedRun> runs, long seed) {
        JsonFigures figures = new JsonFigures();
        for (String kind : List.of("cpu", "memory", "disk", "network")) {
            List<ComparedRun> of =
                    runs.stream().filter(run -> run.kind().equals(kind)).toList();
            figures.put(kind + "_runs", of.size());
            leads(figures, kind, of, seed);
        }
        List<ComparedRun> failing =
                runs.stream().filter(run -> !run.runUp().isZero()).toList();
        figures.put("all_runs", failing.size());
        leads(figures, "all", failing, seed);
        for (String kind : List.of(ComparedRun.NONE, ComparedRun.DISTURBANCE)) {
            List<ComparedRun> of =
                    runs.stream().filter(run -> run.kind().equals(kind)).toList();
            figures.put(kind + "_runs", of.size());
            falseAlarms(figures, kind, of);
        }
        falseAlarms(figures, "failing", failing);
        return figures;
    }

    private static void falseAlarms(JsonFigures figures, String kind, List<ComparedRun> runs) {
        figures.put(
                kind + "_false_alarms_untrained",
                runs.stream().mapToLong(run -> run.untrained().falseAlarms()).sum());
        figures.put(
                kind + "_false_alarms_learned",
                runs.stream().mapToLong(run -> run.learned().falseAlarms()).sum());
    }

    private static void leads(JsonFigures figures, String kind, List<ComparedRun> runs, long seed) {
        if (runs.isEmpty()) {
            return;
        }
        ToDoubleFunction<ComparedRun> untrained = run -> ComparedRun.seconds(run.untrained());
        ToDoubleFunction<ComparedRun> learned = run -> ComparedRun.seconds(run.learned());
        ToDoubleFunction<ComparedRun> gain = run -> learned.applyAsDouble(run) - untrained.applyAsDouble(run);
        figures.put(kind + "_lead_median_untrained_s", median(values(runs, untrained)));
        figures.put(kind + "_lead_median_learned_s", median(values(runs, learned)));
        double[] gains = values(runs, gain);
        figures.put(kind + "_gain_median_s", median(gains.clone()));
        double[] medians = resampled(gains, seed);
        figures.put(kind + "_gain_median_low_s", medians[(int) (0.025 * RESAMPLES)]);
        figures.put(kind + "_gain_median_high_s", medians[(int) (0.975 * RESAMPLES)]);
        figures.put(kind + "_missed_untrained", missed(runs, untrained));
        figures.put(kind + "_missed_learned", missed(runs, learned));
        lives(figures, kind, runs);
    }

    private static void lives(JsonFigures figures, String kind, List<ComparedRun> runs) {
        List<LifeBounds> lives = runs.stream().map(run -> run.learned().lives()).toList();
        figures.put(kind + "_life_runs", count(lives, life -> life.said() > 0))
                .put(kind + "_life_runs_outlived", count(lives, life -> life.said() > 0 && life.held()))
                .put(kind + "_life_runs_guaranteed", count(lives, life -> life.guaranteed() > 0))
                .put(
                        kind + "_life_runs_guaranteed_outlived",
                        count(lives, life -> life.guaranteed() > 0 && life.guaranteedHeld()))
                .put(
                        kind + "_life_bound_over_truth",
                        lives.stream().mapToDouble(LifeBounds::promised).sum()
                                / lives.stream().mapToDouble(LifeBounds::lived).sum());
    }

    private static long count(List<LifeBounds> lives, Predicate<LifeBounds> which) {
        return lives.stream().filter(which).count();
    }

    private static long missed(List<ComparedRun> runs, ToDoubleFunction<ComparedRun> lead) {
        return runs.stream().filter(run -> lead.applyAsDouble(run) == 0).count();
    }

    private static double[] values(List<ComparedRun> runs, ToDoubleFunction<ComparedRun> value) {
        return runs.stream().mapToDouble(value).toArray();
    }

    /** Medians of runs drawn with replacement, sorted (Efron's percentile bootstrap). */
    private static double[] resampled(double[] values, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] medians = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            medians[i] = median(random.ints(values.length, 0, values.length)
                    .mapToDouble(index -> values[index])
                    .toArray());
        }
        Arrays.sort(medians);
        return medians;
    }

    /** Sorts its argument. */
    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }
}
