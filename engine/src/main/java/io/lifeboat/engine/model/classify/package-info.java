/**
 * The probability of failure within the horizon, learned from windows of telemetry: one interface for gradient boosting and random
 * forests of our own, and for whatever an artefact on the class path adds.
 */
@NullMarked
package io.lifeboat.engine.model.classify;

import org.jspecify.annotations.NullMarked;
