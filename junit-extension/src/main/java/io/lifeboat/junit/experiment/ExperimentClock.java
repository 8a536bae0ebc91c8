package io.lifeboat.junit.experiment;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Time since an experiment began; zero before. Thread-safe. */
final class ExperimentClock {

    private final LongSupplier nanos;
    private volatile long startNanos;
    private volatile boolean started;

    ExperimentClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Begins; says whether it had not begun before. */
    synchronized boolean start() {
        if (started) {
            return false;
        }
        startNanos = nanos.getAsLong();
        started = true;
        return true;
    }

    boolean started() {
        return started;
    }

    Duration elapsed() {
        return started ? Duration.ofNanos(Math.max(0, nanos.getAsLong() - startNanos)) : Duration.ZERO;
    }

    /** Microseconds since the beginning, as the journal counts. */
    long micros() {
        return elapsed().toNanos() / 1000;
    }

    /** Nanos of the platform's monotonic clock at a time of the experiment. */
    long nanosAt(Duration elapsed) {
        return startNanos + elapsed.toNanos();
    }

    /** Microseconds of a moment of the platform's monotonic clock; not before the beginning. */
    long microsAt(long platformNanos) {
        return started ? Math.max(0, (platformNanos - startNanos) / 1000) : 0;
    }
}
