package io.lifeboat.fault.link;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The impairment of one fault on one way, what it did, and its dice: the same seed loses and delays in the same pattern.
 * All but {@link #hits()} and {@link #set} is called with the lock of its way held.
 */
final class Applied {

    /** The least retransmission time-out of Linux, {@code TCP_RTO_MIN}; it doubles with each loss (RFC 6298). */
    private static final long RETRANSMISSION_NANOS = 200_000_000L;

    /** A segment lost that often in a row is held for 3 s; then even a bad link lets it through. */
    private static final int MOST_LOSSES = 4;

    private final Way way;
    private final SplittableRandom random;
    private final AtomicLong hits = new AtomicLong();
    private Impairment impairment = Impairment.NONE;

    Applied(Way way, long seed) {
        this.way = way;
        this.random = new SplittableRandom(seed);
    }

    void set(Impairment next) {
        way.change(() -> impairment = next);
    }

    void remove() {
        way.remove(this);
    }

    /** How often something was held, lost or slowed by this impairment. */
    long hits() {
        return hits.get();
    }

    Impairment impairment() {
        return impairment;
    }

    /** Counts as hit if the impairment is of the kind that just acted. */
    void hitIf(boolean acted) {
        if (acted) {
            hits.incrementAndGet();
        }
    }

    /** Whether a datagram is lost. */
    boolean loses() {
        boolean lost = impairment.cut() || random.nextDouble() < impairment.loss();
        hitIf(lost);
        return lost;
    }

    /** How long a datagram is under way, in nanoseconds. */
    long delay() {
        long latency = impairment.latency().toNanos();
        long jitter = impairment.jitter().toNanos();
        long delay = jitter == 0 ? latency : Math.max(0, latency + random.nextLong(-jitter, jitter + 1));
        hitIf(delay > 0);
        return delay;
    }

    /** How long a segment of a stream is under way, in nanoseconds: lost ones are sent again. */
    long delayWithRetransmissions() {
        long held = 0;
        long timeout = RETRANSMISSION_NANOS;
        for (int losses = 0; losses < MOST_LOSSES && random.nextDouble() < impairment.loss(); losses++) {
            held += timeout;
            timeout *= 2;
        }
        hitIf(held > 0);
        return held + delay();
    }
}
