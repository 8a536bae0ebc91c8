package io.lifeboat.engine.adapt;

import java.time.Duration;

/**
 * When and how a model adapts.
 *
 * @param horizon within which a failure makes a prediction come true; positive
 * @param newLabels so many since the last training call for another; at least 1
 * @param labelsAfterDrift so many after a drift, so that there is something to learn of the new state; at least 1
 * @param retrainAtMostEvery two trainings start at least this long apart
 * @param probation so many outcomes of its own until a promoted model is trusted; at least 1
 * @param memory how many labels are kept for training, and how many predictions may wait for theirs; at least 1
 * @param drift what counts as drift
 * @param trial how a new model is tried
 */
public record AdaptSettings(
        Duration horizon,
        int newLabels,
        int labelsAfterDrift,
        Duration retrainAtMostEvery,
        int probation,
        int memory,
        DriftSettings drift,
        TrialSettings trial) {

    public AdaptSettings {
        if (horizon.isNegative() || horizon.isZero() || retrainAtMostEvery.isNegative()) {
            throw new IllegalArgumentException("horizon (%s) must be positive and retrainAtMostEvery (%s) not negative."
                    .formatted(horizon, retrainAtMostEvery));
        }
        if (newLabels < 1 || labelsAfterDrift < 1 || probation < 1 || memory < 1) {
            throw new IllegalArgumentException(
                    "newLabels (%d), labelsAfterDrift (%d), probation (%d) and memory (%d) must be at least 1."
                            .formatted(newLabels, labelsAfterDrift, probation, memory));
        }
    }

    /**
     * 10,000 new labels or 1,000 after a drift, at most once in ten horizons, 1,000 outcomes of probation, memory of 100,000, the defaults for
     * drift and trial.
     */
    public static AdaptSettings of(Duration horizon) {
        return new AdaptSettings(
                horizon,
                10_000,
                1_000,
                horizon.multipliedBy(10),
                1_000,
                100_000,
                DriftSettings.defaults(),
                TrialSettings.defaults());
    }
}
