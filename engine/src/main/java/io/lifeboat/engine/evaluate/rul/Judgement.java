package io.lifeboat.engine.evaluate.rul;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What models said of units they had not learned from, stopped at random times as the benchmark stops its test units: with 5 to
 * 145 cycles to live, and at least 30 cycles seen.
 */
final class Judgement {

    private static final int LEAST_SEEN = 30;
    private static final int LEAST_LEFT = 5;
    private static final int MOST_LEFT = 145;

    private final List<double[]> predictions = new ArrayList<>();
    private final List<Double> truths = new ArrayList<>();
    private final List<Double> ages = new ArrayList<>();

    /** Stops one unit several times; a unit too short for that is left out. */
    void add(LifeModels models, Unit unit, int cuts, RandomGenerator random) {
        int most = Math.min(MOST_LEFT, unit.cycles() - LEAST_SEEN);
        if (most <= LEAST_LEFT) {
            return;
        }
        for (int c = 0; c < cuts; c++) {
            int left = random.nextInt(LEAST_LEFT, most + 1);
            predictions.add(models.predict(unit.first(unit.cycles() - left)));
            truths.add((double) left);
            ages.add((double) (unit.cycles() - left));
        }
    }

    int size() {
        return truths.size();
    }

    double[] truths() {
        return truths.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Cycles seen. */
    double[] ages() {
        return ages.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] combined(Combination combination) {
        return predictions.stream().mapToDouble(combination::of).toArray();
    }

    double rmse(Combination combination) {
        return Errors.rmse(combined(combination), truths());
    }
}
