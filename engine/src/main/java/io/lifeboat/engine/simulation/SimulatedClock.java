package io.lifeboat.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Virtual time: stands still until it is advanced. Thread-safe. */
public final class SimulatedClock implements InstantSource {

    private volatile Instant now;

    /** A clock that starts at the given instant. */
    public SimulatedClock(Instant start) {
        this.now = start;
    }

    /** A clock that starts at the epoch, so that instants read as time since the start. */
    public static SimulatedClock atEpoch() {
        return new SimulatedClock(Instant.EPOCH);
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Lets time pass.
     *
     * @throws IllegalArgumentException if {@code duration} is negative: time does not go backwards
     */
    public synchronized void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration (%s) must not be negative.".formatted(duration));
        }
        now = now.plus(duration);
    }
}
