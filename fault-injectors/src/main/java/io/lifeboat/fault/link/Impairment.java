package io.lifeboat.fault.link;

import java.time.Duration;

/**
 * What is wrong with one way of a link.
 *
 * @param cut whether nothing passes at all
 * @param loss share of chunks and datagrams lost, 0 to 1
 * @param latency added to everything that passes
 * @param jitter how far the latency varies to both sides, uniformly
 * @param bytesPerSecond what passes at most; {@link Long#MAX_VALUE} for no limit
 */
record Impairment(boolean cut, double loss, Duration latency, Duration jitter, long bytesPerSecond) {

    static final Impairment NONE = new Impairment(false, 0, Duration.ZERO, Duration.ZERO, Long.MAX_VALUE);

    static Impairment ofLoss(double share) {
        return new Impairment(share >= 1, Math.min(share, 1), Duration.ZERO, Duration.ZERO, Long.MAX_VALUE);
    }

    static Impairment ofLatency(Duration latency, Duration jitter) {
        return new Impairment(false, 0, latency, jitter, Long.MAX_VALUE);
    }

    static Impairment ofBandwidth(long bytesPerSecond) {
        return new Impairment(false, 0, Duration.ZERO, Duration.ZERO, bytesPerSecond);
    }

    boolean narrow() {
        return bytesPerSecond != Long.MAX_VALUE;
    }
}
