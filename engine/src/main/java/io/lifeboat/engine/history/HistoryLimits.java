package io.lifeboat.engine.history;

import java.time.Duration;

/**
 * How much a store keeps. Beyond either limit the runs recorded longest ago go, whole runs at a time; runs being written
 * never do.
 *
 * @param maxBytes of all files together, more than 0
 * @param maxAge since a run was recorded, more than 0
 */
public record HistoryLimits(long maxBytes, Duration maxAge) {

    /** 512 MiB and 90 days: some ten thousand runs of a small cluster. */
    public static final HistoryLimits DEFAULT = new HistoryLimits(512L << 20, Duration.ofDays(90));

    /** For training sets that a person keeps: nothing is ever removed. */
    public static final HistoryLimits UNLIMITED = new HistoryLimits(Long.MAX_VALUE, Duration.ofSeconds(Long.MAX_VALUE));

    public HistoryLimits {
        if (maxBytes <= 0) {
            throw new IllegalArgumentException(
                    "maxBytes (%d) must be more than 0. Maybe switch the history off instead.".formatted(maxBytes));
        }
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException(
                    "maxAge (%s) must be more than 0. Maybe switch the history off instead.".formatted(maxAge));
        }
    }
}
