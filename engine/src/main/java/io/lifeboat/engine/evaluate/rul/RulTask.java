package io.lifeboat.engine.evaluate.rul;

import io.lifeboat.engine.evaluate.task.EvaluateOptions;
import io.lifeboat.engine.evaluate.task.EvaluationTask;
import io.lifeboat.engine.evaluate.task.JsonFigures;
import io.lifeboat.engine.evaluate.task.LinesFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code evaluate rul}: the remaining life of units that are still running. */
public final class RulTask implements EvaluationTask {

    @Override
    public String name() {
        return "rul";
    }

    @Override
    public String usage() {
        return """
                rul --train F... --test F... [--truth F] --predictions out.csv --json out.json [--seed N] [--threads N]
                  F has a line a unit and cycle: unit_number,time_in_cycles,<settings and sensors> (.csv or .csv.gz); training units
                  run until they fail, test units are stopped before. Truth: unit_number,RUL.
                  out.csv: unit,predicted,lower_bound_90; in cycles after the last line of the unit.""";
    }

    @Override
    public void run(EvaluateOptions options) throws IOException {
        options.allowOnly(Set.of("truth"));
        UnitFile train = UnitFile.read(options.train());
        UnitFile test = UnitFile.read(options.test());
        if (!train.sensors().equals(test.sensors())) {
            throw new IllegalArgumentException(
                    "Training has the columns %s, but the test has %s. Maybe they are of another set."
                            .formatted(train.sensors(), test.sensors()));
        }
        List<Unit> units = test.units();
        double[] truth = options.truth().isPresent() ? truth(options.truth().get(), units) : null;
        LifePredictor predictor =
                LifePredictor.train(train.units(), LifeSettings.usual(options.seed(), options.threads()));
        double[][] byKind = units.stream().map(predictor::byKind).toArray(double[][]::new);
        double[] predicted = IntStream.range(0, byKind.length)
                .mapToDouble(i -> predictor.predict(byKind[i], units.get(i)))
                .toArray();
        double[] bounds = Arrays.stream(predicted).map(predictor::bound).toArray();
        JsonFigures figures = new JsonFigures()
                .put("units", units.size())
                .put("seed", options.seed())
                .put("combination", predictor.combination().toString())
                .put("rmse_on_unseen_training_units", predictor.unseenError());
        if (truth != null) {
            compare(figures, truth, byKind, predicted, bounds);
        }
        LinesFile.write(options.predictions(), out -> {
            out.line("unit,predicted,lower_bound_90");
            for (int i = 0; i < predicted.length; i++) {
                out.line(String.format(Locale.ROOT, "%s,%.3f,%.3f", units.get(i).id(), predicted[i], bounds[i]));
            }
        });
        figures.write(options.json());
    }

    private static double[] truth(Path file, List<Unit> units) throws IOException {
        Map<String, Double> truth = UnitFile.truth(file);
        for (Unit unit : units) {
            if (!truth.containsKey(unit.id())) {
                throw new IllegalArgumentException(file + " does not say how unit " + unit.id()
                        + " went on. Maybe it is the truth of another set.");
            }
        }
        return units.stream()
                .mapToDouble(unit -> truth.getOrDefault(unit.id(), Double.NaN))
                .toArray();
    }

    private static void compare(
            JsonFigures figures, double[] truth, double[][] byKind, double[] predicted, double[] bounds) {
        double[] capped = Errors.capped(truth, 125);
        figures.put("rmse_raw", Errors.rmse(predicted, truth))
                .put("rmse_capped_125", Errors.rmse(predicted, capped))
                .put("nasa_score", Errors.nasa(predicted, truth))
                .put("covered_by_lower_bound_90", Errors.covered(bounds, truth))
                .put(
                        "mean_lower_bound_gap",
                        Arrays.stream(predicted).sum() / truth.length
                                - Arrays.stream(bounds).sum() / truth.length);
        for (int k = 0; k < LifeModels.KINDS.size(); k++) {
            int kind = k;
            double[] alone = Arrays.stream(byKind).mapToDouble(p -> p[kind]).toArray();
            figures.put(LifeModels.KINDS.get(k) + "_rmse_raw", Errors.rmse(alone, truth))
                    .put(LifeModels.KINDS.get(k) + "_rmse_capped_125", Errors.rmse(alone, capped));
        }
    }
}
