package io.lifeboat.fault;

import java.time.Duration;

/**
 * One failure to inject: what, how bad, and how it differs from the ordinary.
 *
 * @param type the kind of failure
 * @param severity how bad it is at its worst, above 0 and up to 1
 * @param latency for {@link FailureType#NETWORK_LATENCY}: what is added to each way at severity 1
 * @param jitter for {@link FailureType#NETWORK_LATENCY}: how far the added latency varies, uniformly, to both sides
 * @param bytesPerSecond for {@link FailureType#NETWORK_BANDWIDTH}: the link's nominal bandwidth
 * @param direction for {@link FailureType#NETWORK_CUT_ONE_WAY}: which way is cut
 * @param seed of everything random about this failure
 */
public record Failure(
        FailureType type,
        double severity,
        Duration latency,
        Duration jitter,
        long bytesPerSecond,
        Direction direction,
        long seed) {

    /** The two ways of a node's link. */
    public enum Direction {
        /** Towards the node: it no longer hears. */
        INBOUND,
        /** From the node: it is no longer heard. */
        OUTBOUND
    }

    public Failure {
        if (!(severity > 0 && severity <= 1)) {
            throw new IllegalArgumentException(
                    "severity (%s) of %s must be above 0 and at most 1.%nMaybe write 0.9 for 90 %%."
                            .formatted(severity, type));
        }
        if (latency.isNegative() || jitter.isNegative()) {
            throw new IllegalArgumentException(
                    "latency (%s) and jitter (%s) of %s must not be negative.".formatted(latency, jitter, type));
        }
        if (bytesPerSecond <= 0) {
            throw new IllegalArgumentException(
                    "bytesPerSecond (%d) of %s must be positive.".formatted(bytesPerSecond, type));
        }
    }

    /** A failure with the usual figures: 200 ms latency, 50 ms jitter, 1 MiB/s, outbound. */
    public static Failure of(FailureType type, double severity, long seed) {
        return new Failure(
                type, severity, Duration.ofMillis(200), Duration.ofMillis(50), 1 << 20, Direction.OUTBOUND, seed);
    }
}
