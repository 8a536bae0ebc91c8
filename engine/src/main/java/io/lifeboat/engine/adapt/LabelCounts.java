package io.lifeboat.engine.adapt;

/**
 * What became of predictions so far.
 *
 * @param waiting the horizon has not passed yet
 * @param failed labels with a failure
 * @param survived labels without one
 * @param censored no labels: the device was taken out of observation before anybody could know, or was so already
 * @param refused not taken because too many were waiting or their time was before that of others
 */
public record LabelCounts(long waiting, long failed, long survived, long censored, long refused) {}
