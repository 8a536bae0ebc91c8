package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Metric;

/**
 * One reason for a prediction.
 *
 * @param metric the signal that speaks
 * @param reason in words, with the value and what it was compared with
 * @param contribution share of the prediction that this signal accounts for, 0 to 1
 * @param beyondLimit whether the signal is beyond its tolerance already
 */
public record Evidence(Metric metric, String reason, double contribution, boolean beyondLimit) {

    /** A signal that is still within its tolerance. */
    public Evidence(Metric metric, String reason, double contribution) {
        this(metric, reason, contribution, false);
    }
}
