/** From windows of telemetry to the probability that a component fails within a horizon, with evidence. */
@NullMarked
package io.lifeboat.engine.prediction;

import org.jspecify.annotations.NullMarked;
