package io.lifeboat.engine.prediction.learned;

/**
 * How the models themselves are trained anew after a drift.
 *
 * @param source of the runs
 * @param training how they are trained; its horizon must be that of the models in use
 */
public record ModelRetraining(RunSource source, TrainingSettings training) {}
