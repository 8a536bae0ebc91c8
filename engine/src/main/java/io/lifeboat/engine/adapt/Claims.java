package io.lifeboat.engine.adapt;

/**
 * What was claimed at one moment of one device, by the version in use and by those compared with it.
 *
 * @param version that acted
 * @param claimed its probability
 * @param predecessor what the version before it would have claimed; the same as {@code claimed} where that one is not asked, NaN if the
 *     outcome is to count for no probation
 * @param challenger number of the one in its shadow; 0 if there was none
 * @param challenged what that one would have claimed; NaN if there was none, or it broke
 */
record Claims(int version, double claimed, double predecessor, int challenger, double challenged) {}
