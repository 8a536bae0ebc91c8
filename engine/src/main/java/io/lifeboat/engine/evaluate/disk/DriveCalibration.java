package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.model.calibration.IsotonicRegression;
import io.lifeboat.engine.model.calibration.PlattScaling;
import java.util.Arrays;

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

    double[] probabilities(WeeklyScores scores) {
        return Arrays.stream(scores.probabilities())
                .map(claimed -> (1 - PINCH) * isotonic.apply(claimed) + PINCH * platt.apply(claimed))
                .toArray();
    }
}
