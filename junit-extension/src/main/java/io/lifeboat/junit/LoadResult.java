package io.lifeboat.junit;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a load saw.
 *
 * @param name of the load
 * @param succeeded requests answered well
 * @param failed requests that failed
 * @param duration from the first request to the last answer
 * @param firstFailure what the first failed request saw
 * @param latencies of all requests in microseconds, precise to 3 significant digits, at most 1 h
 */
public record LoadResult(
        String name,
        long succeeded,
        long failed,
        Duration duration,
        @Nullable String firstFailure,
        Histogram latencies) {

    public LoadResult {
        latencies = latencies.copy();
    }

    /** A copy. */
    @Override
    public Histogram latencies() {
        return latencies.copy();
    }

    public long requests() {
        return succeeded + failed;
    }

    /** Failed requests among all, 0 to 1; 0 without requests. */
    public double errorRate() {
        return requests() == 0 ? 0 : (double) failed / requests();
    }

    /** Requests answered well in a second. */
    public double throughput() {
        return duration.isZero() ? 0 : succeeded / (duration.toNanos() / 1e9);
    }

    /**
     * The latency that so many per cent of the requests did not exceed.
     *
     * @param percentile more than 0 and at most 100
     * @throws IllegalStateException without requests: no number would be true
     */
    public Duration percentile(double percentile) {
        if (!(percentile > 0 && percentile <= 100)) {
            throw new IllegalArgumentException(
                    "percentile = %s must be more than 0 and at most 100. Maybe write 99.".formatted(percentile));
        }
        if (requests() == 0) {
            throw new IllegalStateException("Load \"" + name + "\" made no requests, so it has no percentiles.");
        }
        return Duration.ofNanos(latencies.getValueAtPercentile(percentile) * 1000);
    }

    /** The longest latency. */
    public Duration max() {
        return percentile(100);
    }
}
