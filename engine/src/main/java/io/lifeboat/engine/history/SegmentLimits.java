package io.lifeboat.engine.history;

import java.time.Duration;

/**
 * How long a segment of an endless recording gets, see {@link HistoryRecorder#rolling}. Whichever limit is reached first ends it.
 *
 * @param maxBytes of telemetry before it is compressed, more than 0
 * @param maxAge between its first and last frame, more than 0
 */
public record SegmentLimits(long maxBytes, Duration maxAge) {

    /** 64 MiB and an hour. */
    public static final SegmentLimits DEFAULT = new SegmentLimits(64L << 20, Duration.ofHours(1));

    public SegmentLimits {
        if (maxBytes <= 0 || maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException(
                    "maxBytes (%d) and maxAge (%s) of a segment must be more than 0. Maybe use SegmentLimits.DEFAULT."
                            .formatted(maxBytes, maxAge));
        }
    }
}
