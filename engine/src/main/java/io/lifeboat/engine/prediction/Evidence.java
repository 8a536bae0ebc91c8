package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Metric;

/**
 * One reason for a prediction.
 *
 * @param metric the signal that speaks
 * @param reason in words, with the value and what it was compared with
 * @param contribution share of the prediction that this signal accounts for, 0 to 1
 * @param course how the signal moves
 */
public record Evidence(Metric metric, String reason, double contribution, Course course) {

    /** How a signal moves towards its tolerance. */
    public enum Course {
        /** It stands out, no more is known. */
        LEVEL,
        /** It rises along a line, not by a step, that ends beyond the tolerance within the horizon. */
        RISING,
        /** It is beyond its tolerance already. */
        BEYOND_LIMIT
    }

    /** A signal that stands out. */
    public Evidence(Metric metric, String reason, double contribution) {
        this(metric, reason, contribution, Course.LEVEL);
    }
}
