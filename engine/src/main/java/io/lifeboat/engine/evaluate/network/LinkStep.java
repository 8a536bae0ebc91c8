package io.lifeboat.engine.evaluate.network;

/**
 * What the receivers reported within four seconds.
 *
 * @param second the start of the step, seconds since 1970
 * @param bitErrorRate one a receiver, in the order of their names; NaN where none was reported yet
 * @param signalToNoise in dB, one a receiver
 * @param failed true if any row within the step is marked as a failure; never a feature
 */
@SuppressWarnings("ArrayRecordComponent")
record LinkStep(long second, double[] bitErrorRate, double[] signalToNoise, boolean failed) {}
