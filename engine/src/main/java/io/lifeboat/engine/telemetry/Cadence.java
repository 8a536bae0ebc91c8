package io.lifeboat.engine.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often telemetry comes. What is learned of signals is measured on a clock on which the slowest live probe reports twice a second;
 * telemetry that comes less often is seen on a clock that is so much slower that it does so too. A scrape each 15 s runs 30 times slower: what
 * is stale after 1 s of live telemetry is stale after 30 s there, and of daily readings after two days. Only times change, never values.
 *
 * @param factor how many seconds pass in one second of that clock, at least 1
 */
public record Cadence(long factor) {

    /** Agents that report twice a second or more often: time as it is. */
    public static final Cadence LIVE = new Cadence(1);

    private static final long LIVE_STEP_NANOS = 500_000_000L;

    public Cadence {
        if (factor < 1) {
            throw new IllegalArgumentException("The factor (%d) of a cadence must be at least 1.".formatted(factor));
        }
    }

    /** Of telemetry that comes once in this time, to half a second; positive. */
    public static Cadence of(Duration step) {
        return new Cadence(Math.max(1, Math.round(step.toNanos() / (double) LIVE_STEP_NANOS)));
    }

    /** Of recorded telemetry: the median time between two frames of a node; live without two frames of any. */
    public static Cadence of(List<TelemetryFrame> frames) {
        Map<String, Instant> before = new HashMap<>();
        long[] steps = frames.stream()
                .mapToLong(frame -> {
                    Instant last = before.put(frame.node(), frame.at());
                    return last == null ? 0 : Duration.between(last, frame.at()).toNanos();
                })
                .filter(step -> step > 0)
                .toArray();
        Arrays.sort(steps);
        return steps.length == 0 ? LIVE : of(Duration.ofNanos(steps[steps.length / 2]));
    }

    public boolean isLive() {
        return factor == 1;
    }

    /** How often telemetry comes; of live telemetry the least often. */
    public Duration step() {
        return Duration.ofNanos(Math.multiplyExact(factor, LIVE_STEP_NANOS));
    }

    /** A moment on the slower clock. Both begin in 1970. */
    public Instant slowed(Instant at) {
        return isLive() ? at : Instant.EPOCH.plusNanos(Math.floorDiv(EpochNanos.of(at), factor));
    }

    /** A length of time on the slower clock, at least a nanosecond. */
    public Duration slowed(Duration length) {
        return isLive() ? length : Duration.ofNanos(Math.max(1, length.toNanos() / factor));
    }

    /** The same report at the moment of the slower clock. */
    public TelemetryFrame slowed(TelemetryFrame frame) {
        return isLive() ? frame : new TelemetryFrame(frame.node(), slowed(frame.at()), frame.values());
    }

    /** Back from the slower clock, to {@link #factor} nanoseconds. */
    public Instant real(Instant slowed) {
        return isLive() ? slowed : Instant.EPOCH.plusNanos(Math.multiplyExact(EpochNanos.of(slowed), factor));
    }

    /** Back from the slower clock, to {@link #factor} nanoseconds. */
    public Duration real(Duration slowed) {
        return isLive() ? slowed : slowed.multipliedBy(factor);
    }
}
