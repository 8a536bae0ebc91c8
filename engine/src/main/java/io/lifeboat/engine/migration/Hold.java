package io.lifeboat.engine.migration;

/**
 * Why a workload waits.
 *
 * @param kind told apart so that the same reason is not told again every tick
 * @param reason in words
 */
record Hold(String kind, String reason) {}
