package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Metric;

/**
 * One reason for a prediction.
 *
 * @param metric the signal that speaks
 * @param reason in words, with the value and what it was compared with
 * @param contribution share of the prediction that this signal accounts for, 0 to 1
 */
public record Evidence(Metric metric, String reason, double contribution) {}
