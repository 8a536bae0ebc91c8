package io.lifeboat.junit.load;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a load saw in one interval.
 *
 * @param load its name
 * @param endNanos of the configured monotonic clock
 * @param durationNanos length of the interval
 * @param succeeded requests answered well
 * @param failed requests that failed
 * @param latencies of all of them in microseconds; the receiver may keep it
 * @param firstFailure what the first failed request of the interval saw
 */
public record LoadSample(
        String load,
        long endNanos,
        long durationNanos,
        long succeeded,
        long failed,
        Histogram latencies,
        @Nullable String firstFailure) {}
