package io.lifeboat.report;

import java.time.Duration;

/** The journal counts in microseconds. */
final class Micros {

    private Micros() {}

    static Duration duration(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    static long of(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
