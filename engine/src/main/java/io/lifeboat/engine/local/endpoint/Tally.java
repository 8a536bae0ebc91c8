package io.lifeboat.engine.local.endpoint;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Running totals of an endpoint. Thread-safe. */
public final class Tally {

    private final LongAdder connections = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder held = new LongAdder();
    private final AtomicLong longestHoldNanos = new AtomicLong();

    Tally() {}

    void connection() {
        connections.increment();
    }

    void request() {
        requests.increment();
    }

    void failure() {
        failures.increment();
    }

    void retry() {
        retries.increment();
    }

    void held(long nanos) {
        held.increment();
        longestHoldNanos.accumulateAndGet(nanos, Math::max);
    }

    public long connections() {
        return connections.sum();
    }

    public long requests() {
        return requests.sum();
    }

    public long failures() {
        return failures.sum();
    }

    public long retries() {
        return retries.sum();
    }

    public long held() {
        return held.sum();
    }

    public long longestHoldNanos() {
        return longestHoldNanos.get();
    }
}
