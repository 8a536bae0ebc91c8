package io.lifeboat.engine.agent;

import java.util.OptionalDouble;

/** From a running total to its increase per nanosecond since the last reading. Not thread-safe. */
final class Rate {

    private long lastTotal;
    private long lastNanos;
    private boolean known;

    /** Empty at the first reading and after the total went backwards, as then the counter was replaced. */
    OptionalDouble of(long total, long nanos) {
        OptionalDouble rate = known && nanos > lastNanos && total >= lastTotal
                ? OptionalDouble.of((total - lastTotal) / (double) (nanos - lastNanos))
                : OptionalDouble.empty();
        known = true;
        lastTotal = total;
        lastNanos = nanos;
        return rate;
    }
}
