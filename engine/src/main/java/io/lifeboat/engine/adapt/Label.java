package io.lifeboat.engine.adapt;

import java.time.Instant;

/**
 * A prediction whose outcome is known.
 *
 * @param <T> what was kept of the prediction
 * @param device what it was about
 * @param at when it was made
 * @param sample what was kept of it
 * @param failed whether the device failed within the horizon
 */
public record Label<T>(String device, Instant at, T sample, boolean failed) {}
