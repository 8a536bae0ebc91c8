package io.lifeboat.junit.load;

import io.lifeboat.junit.LoadResult;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/** Counts the requests of one load, interval by interval. Its memory does not depend on their number. Thread-safe. */
final class LoadRecorder {

    private static final long HIGHEST_MICROS = TimeUnit.HOURS.toMicros(1);

    private final String name;
    private final LoadConfig config;
    private final long startNanos;
    private final Recorder good = new Recorder(1, HIGHEST_MICROS, 3);
    private final Recorder bad = new Recorder(1, HIGHEST_MICROS, 3);
    private final Timer goodTimer;
    private final Timer badTimer;
    private final AtomicReference<@Nullable String> firstOfInterval = new AtomicReference<>();
    private final AtomicReference<@Nullable String> firstOfAll = new AtomicReference<>();
    private final Histogram total = new Histogram(1, HIGHEST_MICROS, 3);
    private long succeeded;
    private long failed;
    private long lastNanos;

    LoadRecorder(String name, LoadConfig config) {
        this.name = name;
        this.config = config;
        this.startNanos = config.nanos().getAsLong();
        this.lastNanos = startNanos;
        this.goodTimer = timer(config.meters(), "success");
        this.badTimer = timer(config.meters(), "failure");
    }

    private Timer timer(MeterRegistry meters, String outcome) {
        return Timer.builder("lifeboat.load.requests")
                .description("Requests of a load, from when they were due to their answer")
                .tag("load", name)
                .tag("outcome", outcome)
                .register(meters);
    }

    void record(long latencyNanos, @Nullable String failure) {
        long nanos = Math.max(0, latencyNanos);
        long micros = Math.min(HIGHEST_MICROS, nanos / 1000);
        if (failure == null) {
            good.recordValue(micros);
            goodTimer.record(nanos, TimeUnit.NANOSECONDS);
            return;
        }
        firstOfInterval.compareAndSet(null, failure);
        firstOfAll.compareAndSet(null, failure);
        bad.recordValue(micros);
        badTimer.record(nanos, TimeUnit.NANOSECONDS);
    }

    synchronized boolean due() {
        return config.nanos().getAsLong() - lastNanos >= config.interval().toNanos();
    }

    /** Ends the interval and hands it over. Counts come from the histograms alone, so that they always agree. */
    synchronized void flush() {
        Histogram latencies = good.getIntervalHistogram();
        Histogram failures = bad.getIntervalHistogram();
        long now = config.nanos().getAsLong();
        long goodCount = latencies.getTotalCount();
        long badCount = failures.getTotalCount();
        latencies.add(failures);
        total.add(latencies);
        succeeded += goodCount;
        failed += badCount;
        String first = badCount == 0 ? null : firstOfInterval.getAndSet(null);
        LoadSample sample = new LoadSample(name, now, now - lastNanos, goodCount, badCount, latencies, first);
        lastNanos = now;
        config.sink().interval(sample);
    }

    /** All that was flushed. */
    synchronized LoadResult result() {
        Duration duration = Duration.ofNanos(lastNanos - startNanos);
        return new LoadResult(name, succeeded, failed, duration, firstOfAll.get(), total);
    }
}
