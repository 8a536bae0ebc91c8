package io.lifeboat.engine.adapt;

/**
 * What is kept of a prediction until its outcome is known.
 *
 * @param row the features
 * @param version that acted
 * @param claimed its probability
 * @param predecessor the probability that the version before it would have claimed; NaN if there is none
 * @param challenger number of the one in its shadow; 0 if there was none
 * @param challenged what that one would have claimed; NaN if there was none
 */
@SuppressWarnings("ArrayRecordComponent")
record Sample(float[] row, int version, double claimed, double predecessor, int challenger, double challenged) {}
