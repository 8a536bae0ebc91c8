package io.lifeboat.report;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What all loads together saw in one interval.
 *
 * @param end of the interval, since the experiment began
 * @param length of the interval
 * @param latencies in microseconds
 */
public record LoadPoint(Duration end, Duration length, long succeeded, long failed, Histogram latencies) {

    public Duration latency(double percentile) {
        return Duration.ofNanos(latencies.getValueAtPercentile(percentile) * 1000);
    }
}
