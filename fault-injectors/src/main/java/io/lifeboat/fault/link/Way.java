package io.lifeboat.fault.link;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One way of a link, with the impairments on it. Decides when whatever wants to pass may do so. Thread-safe.
 *
 * <p>When an impairment changes, those who wait look again: a link that is repaired delivers at once what it held.
 */
final class Way {

    /** What the queue before a narrow place takes in; a datagram that would wait longer is dropped, as by a router. */
    private static final long LONGEST_QUEUE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** A narrow line passes its bytes in slices of this much time, so that little data trickles and does not jump. */
    private static final int SLICES_PER_SECOND = 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Applied> applied = new CopyOnWriteArrayList<>();
    private volatile boolean impaired;
    private long lineFreeAt;
    private long changes;
    private boolean closed;

    /** A place for the impairment of one fault, at first none. */
    Applied apply(long seed) {
        Applied one = new Applied(this, seed);
        applied.add(one);
        return one;
    }

    void remove(Applied one) {
        change(() -> applied.remove(one));
    }

    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            impaired = applied.stream().anyMatch(one -> !one.impairment().equals(Impairment.NONE));
            lineFreeAt = System.nanoTime();
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything passes at once. */
    boolean healthy() {
        return !impaired;
    }

    /** When a segment of a stream that arrives now is through: at once, or later because it was slow or lost. */
    long dueForStream(long now) {
        lock.lock();
        try {
            long due = now;
            for (Applied one : applied) {
                // What is cut off waits for the end of the cut, see awaitDue, and not for a time-out as well.
                due += one.impairment().cut() ? 0 : one.delayWithRetransmissions();
            }
            return due;
        } finally {
            lock.unlock();
        }
    }

    /** When a datagram that arrives now is through; {@link Long#MAX_VALUE} if it is lost. */
    long dueForDatagram(long now, int bytes) {
        lock.lock();
        try {
            long due = now;
            boolean lost = false;
            for (Applied one : applied) {
                lost |= one.loses();
                due += one.delay();
            }
            long bandwidth = bytesPerSecond();
            if (lost || bandwidth == Long.MAX_VALUE) {
                return lost ? Long.MAX_VALUE : due;
            }
            hitIfNarrow();
            long through = Math.max(now, lineFreeAt) + transmission(bytes, bandwidth);
            if (through - now > LONGEST_QUEUE_NANOS) {
                return Long.MAX_VALUE;
            }
            lineFreeAt = through;
            return Math.max(due, through);
        } finally {
            lock.unlock();
        }
    }

    /** Blocks while the way is cut; counts that something was held. */
    void awaitPassable() throws InterruptedIOException {
        awaitDue(System.nanoTime());
    }

    /** Blocks while the way is cut, and until the given time unless the way becomes healthy before. */
    void awaitDue(long due) throws InterruptedIOException {
        lock.lock();
        try {
            boolean counted = false;
            while (!closed && impaired) {
                long left = due - System.nanoTime();
                if (cut()) {
                    if (!counted) {
                        applied.forEach(one -> one.hitIf(one.impairment().cut()));
                        counted = true;
                    }
                    changed.await();
                } else if (left > 0) {
                    changed.awaitNanos(left);
                } else {
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the turn on a narrow line; says how many of the bytes may pass now, at least one. */
    int awaitTurn(int bytes) throws InterruptedIOException {
        lock.lock();
        try {
            while (!closed && bytesPerSecond() != Long.MAX_VALUE) {
                long bandwidth = bytesPerSecond();
                int slice = (int) Math.max(1, Math.min(bytes, bandwidth / SLICES_PER_SECOND));
                hitIfNarrow();
                lineFreeAt = Math.max(System.nanoTime(), lineFreeAt) + transmission(slice, bandwidth);
                if (awaitUnchanged(lineFreeAt)) {
                    return slice;
                }
            }
            return bytes;
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing changed up to the given time. */
    private boolean awaitUnchanged(long end) throws InterruptedException {
        long before = changes;
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            changed.awaitNanos(left);
            if (changes != before || closed) {
                return false;
            }
        }
        return true;
    }

    private boolean cut() {
        return applied.stream().anyMatch(one -> one.impairment().cut());
    }

    private long bytesPerSecond() {
        return applied.stream()
                .mapToLong(one -> one.impairment().bytesPerSecond())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void hitIfNarrow() {
        applied.forEach(one -> one.hitIf(one.impairment().narrow()));
    }

    private static long transmission(int bytes, long bytesPerSecond) {
        return (long) (bytes * 1e9 / bytesPerSecond);
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the link was closed");
    }

    /** Lets everybody go who waits. */
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
