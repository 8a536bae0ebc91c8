package io.lifeboat.fault.link;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One way of a link: the impairments on it, and what they did. Decides when whatever wants to pass may do so. Thread-safe.
 */
final class Way {

    /** The initial retransmission time-out of Linux once a connection is warm, {@code TCP_RTO_MIN}. */
    private static final long RETRANSMISSION_NANOS = 200_000_000L;

    /** A segment lost that often in a row is held for 3 s; then even a bad link lets it through. */
    private static final int MOST_LOSSES = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Applied> applied = new ArrayList<>();
    private final SplittableRandom random;
    private Impairment effective = Impairment.NONE;
    private long lineFreeAt = Long.MIN_VALUE;
    private boolean closed;

    Way(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A place for the impairment of one fault, at first none. */
    Applied apply() {
        Applied one = new Applied();
        lock.lock();
        try {
            applied.add(one);
        } finally {
            lock.unlock();
        }
        return one;
    }

    /** The impairment of one fault on this way. */
    final class Applied {

        private final AtomicLong hits = new AtomicLong();
        private Impairment impairment = Impairment.NONE;

        void set(Impairment next) {
            lock.lock();
            try {
                impairment = next;
                effective = applied.stream().map(one -> one.impairment).reduce(Impairment.NONE, Impairment::and);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void remove() {
            set(Impairment.NONE);
            lock.lock();
            try {
                applied.remove(this);
            } finally {
                lock.unlock();
            }
        }

        /** How often something was held, lost or slowed while this impairment was on. */
        long hits() {
            return hits.get();
        }
    }

    /** Blocks while the way is cut. */
    void awaitPassable() throws InterruptedIOException {
        lock.lock();
        try {
            if (effective.cut()) {
                hit();
            }
            while (effective.cut() && !closed) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the link was closed");
        } finally {
            lock.unlock();
        }
    }

    /** When a chunk of a stream that arrives now may go on: at once, or later because it was lost and sent again. */
    long dueForStream(long now, int bytes) {
        lock.lock();
        try {
            if (effective == Impairment.NONE) {
                return now;
            }
            long due = now + delay() + retransmissions();
            due = Math.max(due, lineBusyUntil(now, bytes));
            if (due > now) {
                hit();
            }
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** When a datagram that arrives now may go on; {@link Long#MAX_VALUE} if it is lost. */
    long dueForDatagram(long now, int bytes) {
        lock.lock();
        try {
            if (effective == Impairment.NONE) {
                return now;
            }
            if (effective.cut() || random.nextDouble() < effective.loss()) {
                hit();
                return Long.MAX_VALUE;
            }
            long due = Math.max(now + delay(), lineBusyUntil(now, bytes));
            if (due > now) {
                hit();
            }
            return due;
        } finally {
            lock.unlock();
        }
    }

    private long delay() {
        long latency = effective.latency().toNanos();
        long jitter = effective.jitter().toNanos();
        return jitter == 0 ? latency : Math.max(0, latency + random.nextLong(-jitter, jitter + 1));
    }

    private long retransmissions() {
        long held = 0;
        long timeout = RETRANSMISSION_NANOS;
        for (int losses = 0; losses < MOST_LOSSES && random.nextDouble() < effective.loss(); losses++) {
            held += timeout;
            timeout *= 2;
        }
        return held;
    }

    private long lineBusyUntil(long now, int bytes) {
        if (effective.bytesPerSecond() == Long.MAX_VALUE) {
            return now;
        }
        long begin = Math.max(now, lineFreeAt);
        lineFreeAt = begin + (long) (bytes * 1e9 / effective.bytesPerSecond());
        return lineFreeAt;
    }

    private void hit() {
        applied.stream()
                .filter(one -> !one.impairment.equals(Impairment.NONE))
                .forEach(one -> one.hits.incrementAndGet());
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
