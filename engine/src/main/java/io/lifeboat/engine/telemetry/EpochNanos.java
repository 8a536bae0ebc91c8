package io.lifeboat.engine.telemetry;

import java.time.Instant;

/** Instants as numbers to compute with. */
public final class EpochNanos {

    private EpochNanos() {}

    /**
     * Nanoseconds since 1970.
     *
     * @throws ArithmeticException for instants before 1677 and after 2262
     */
    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
