package io.lifeboat.engine.evaluate.rul;

import io.lifeboat.engine.model.calibration.ConformalLowerBound;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Models that each learned from other units; their mean by kind is combined with weights found on units they had not seen.
 *
 * @param models one set a fold
 * @param combination the weights
 * @param byAge mends the combination
 * @param spread the usual error by prediction
 * @param lowerBound at 90 %
 * @param unseenError the error on unseen units, in cycles
 */
record LifePredictor(
        List<LifeModels> models,
        Combination combination,
        AgeCorrection byAge,
        SpreadCurve spread,
        ConformalLowerBound lowerBound,
        double unseenError) {

    private static final double ALPHA = 0.1;

    static LifePredictor train(List<Unit> units, LifeSettings settings) {
        if (units.size() < settings.folds()) {
            throw new IllegalArgumentException(
                    "There are %d units to learn from, but %d or more are needed. Maybe the training file is cut off."
                            .formatted(units.size(), settings.folds()));
        }
        RandomGenerator random = new SplittableRandom(settings.seed());
        List<LifeModels> models = new ArrayList<>();
        Judgement judgement = new Judgement();
        for (int fold = 0; fold < settings.folds(); fold++) {
            List<Unit> learned = new ArrayList<>();
            List<Unit> held = new ArrayList<>();
            for (int u = 0; u < units.size(); u++) {
                (u % settings.folds() == fold ? held : learned).add(units.get(u));
            }
            LifeModels fitted = new LifeModels(learned, settings, settings.seed() + 100L * fold);
            held.forEach(unit -> judgement.add(fitted, unit, settings.cuts(), random));
            models.add(fitted);
        }
        if (judgement.size() == 0) {
            throw new IllegalArgumentException(
                    "No training unit ran for more than 35 cycles. Maybe it is another kind of data.");
        }
        return of(models, judgement);
    }

    private static LifePredictor of(List<LifeModels> models, Judgement judgement) {
        Combination combination = Combination.best(judgement);
        double[] combined = judgement.combined(combination);
        double[] ages = judgement.ages();
        double[] truths = judgement.truths();
        AgeCorrection byAge = AgeCorrection.fit(combined, ages, truths);
        double[] predicted = IntStream.range(0, combined.length)
                .mapToDouble(i -> byAge.of(combined[i], ages[i]))
                .toArray();
        SpreadCurve spread = SpreadCurve.fit(predicted, truths);
        double[] spreads = Arrays.stream(predicted).map(spread::at).toArray();
        ConformalLowerBound bound = ConformalLowerBound.fit(predicted, truths, spreads, ALPHA);
        return new LifePredictor(
                List.copyOf(models), combination, byAge, spread, bound, Errors.rmse(predicted, truths));
    }

    /** Remaining cycles of a unit, of which the kinds of models said this. */
    double predict(double[] byKind, Unit unit) {
        return byAge.of(combination.of(byKind), unit.cycles());
    }

    /** By kind of model, the mean over all folds, in cycles. */
    double[] byKind(Unit unit) {
        double[] mean = new double[LifeModels.KINDS.size()];
        for (LifeModels each : models) {
            double[] predictions = each.predict(unit);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += predictions[k] / models.size();
            }
        }
        return mean;
    }

    double bound(double predicted) {
        return lowerBound.bound(predicted, spread.at(predicted));
    }
}
