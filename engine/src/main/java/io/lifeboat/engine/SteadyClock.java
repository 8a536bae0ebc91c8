package io.lifeboat.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time of day once, and from then on what the monotonic clock has counted: nobody sets it, so that neither an engine nor the telemetry it is
 * given jumps in time. It drifts from the time of day as that is corrected. Thread-safe if the monotonic clock is.
 */
public final class SteadyClock implements InstantSource {

    private final Instant start;
    private final LongSupplier nanos;
    private final long startNanos;

    /**
     * A clock that starts now.
     *
     * @param timeOfDay asked once
     * @param nanos monotonic clock, in nanoseconds from anywhere, as {@link System#nanoTime}
     */
    public SteadyClock(InstantSource timeOfDay, LongSupplier nanos) {
        this.start = timeOfDay.instant();
        this.nanos = nanos;
        this.startNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.getAsLong() - startNanos);
    }
}
