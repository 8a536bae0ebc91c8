/**
 * A recurrent network (LSTM) in plain Java that reads a device's whole history and says something at every step. Deterministic
 * for its seed; a trained model is immutable.
 */
@NullMarked
package io.lifeboat.engine.model.sequence;

import org.jspecify.annotations.NullMarked;
