package io.lifeboat.engine.adapt;

/**
 * What is kept of a prediction until its outcome is known.
 *
 * @param row the features
 */
@SuppressWarnings("ArrayRecordComponent")
record Sample(float[] row, Claims claims) {}
