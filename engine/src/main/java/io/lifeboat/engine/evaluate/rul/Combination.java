package io.lifeboat.engine.evaluate.rul;

import java.util.Locale;

/**
 * A weighted mean of the kinds of models, in the order of {@link LifeModels#KINDS}.
 *
 * @param boosting weight in [0, 1]
 * @param forest weight in [0, 1]
 * @param network weight in [0, 1]; the three sum to 1
 */
record Combination(double boosting, double forest, double network) {

    private static final int STEPS = 20;

    double of(double[] predictions) {
        return boosting * predictions[0] + forest * predictions[1] + network * predictions[2];
    }

    /** The weights, in steps of a twentieth, with the least error on units the models had not seen. */
    static Combination best(Judgement judgement) {
        Combination best = new Combination(1, 0, 0);
        double least = judgement.rmse(best);
        for (int b = 0; b <= STEPS; b++) {
            for (int f = 0; f <= STEPS - b; f++) {
                Combination candidate =
                        new Combination((double) b / STEPS, (double) f / STEPS, (double) (STEPS - b - f) / STEPS);
                double error = judgement.rmse(candidate);
                if (error < least) {
                    least = error;
                    best = candidate;
                }
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "boosting %.2f, forest %.2f, lstm %.2f", boosting, forest, network);
    }
}
