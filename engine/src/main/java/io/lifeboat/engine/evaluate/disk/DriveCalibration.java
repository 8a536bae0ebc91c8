package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.model.calibration.IsotonicRegression;
import io.lifeboat.engine.model.calibration.Logits;
import io.lifeboat.engine.model.calibration.PlattScaling;

/**
 * From suspicion to the probability of failure within 30 days. Isotonic regression, as suspicion is no log-odds of anything; a
 * pinch of Platt scaling keeps the order of drives where isotonic regression is flat.
 */
record DriveCalibration(IsotonicRegression isotonic, PlattScaling platt) {

    private static final double PINCH = 0.02;

    static DriveCalibration fit(WeeklyScores scores) {
        double[] claimed = scores.probabilities();
        boolean[] happened = scores.labels();
        return new DriveCalibration(IsotonicRegression.fit(claimed, happened), PlattScaling.fit(claimed, happened));
    }

    double probability(double score) {
        double claimed = Logits.sigmoid(score);
        return (1 - PINCH) * isotonic.apply(claimed) + PINCH * platt.apply(claimed);
    }

    double[] probabilities(WeeklyScores scores) {
        double[] probabilities = new double[scores.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = probability(scores.score()[i]);
        }
        return probabilities;
    }
}
