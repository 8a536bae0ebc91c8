/**
 * Predictions by models that were trained from a history: features of a node's signals, the models' opinions, how they
 * are combined and calibrated, and the predictor that falls back on rules where nothing was learned.
 */
@NullMarked
package io.lifeboat.engine.prediction.learned;

import org.jspecify.annotations.NullMarked;
