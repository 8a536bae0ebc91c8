/**
 * From scores to probabilities that can be trusted and to alarms with a stated bound: scaling, priors from the manufacturer,
 * conformal thresholds, and the figures that say whether it worked. Everything here is immutable.
 */
@NullMarked
package io.lifeboat.engine.model.calibration;

import org.jspecify.annotations.NullMarked;
