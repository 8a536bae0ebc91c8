package io.lifeboat.engine.local.endpoint;

import java.time.Duration;
import java.util.List;

/** Decides which backend serves the next request, and lets requests wait while there must be none. Thread-safe. */
final class Gate {

    private final long maxHoldNanos;
    private final Tally tally;
    private List<Backend> targets = List.of();
    private boolean held;
    private long heldSince;
    private int next;

    Gate(Duration maxHold, Tally tally) {
        this.maxHoldNanos = maxHold.toNanos();
        this.tally = tally;
    }

    /** A backend that counts the caller as in flight; {@link Backend#end()} must follow. */
    Backend enter() throws NoBackend, InterruptedException {
        synchronized (this) {
            if (held) {
                await();
            }
            if (targets.isEmpty()) {
                throw new NoBackend("no replica is running");
            }
            Backend backend = targets.get(Math.floorMod(next++, targets.size()));
            backend.begin();
            return backend;
        }
    }

    private synchronized void await() throws NoBackend, InterruptedException {
        long start = System.nanoTime();
        while (held) {
            long left = maxHoldNanos - (System.nanoTime() - start);
            if (left <= 0) {
                throw new NoBackend(
                        "the service has been on the move for longer than " + maxHoldNanos / 1_000_000_000 + " s");
            }
            wait(Math.max(1, left / 1_000_000));
        }
        tally.held(System.nanoTime() - start);
    }

    synchronized int size() {
        return targets.size();
    }

    void switchTo(List<Backend> backends) {
        List<Backend> before;
        synchronized (this) {
            before = targets;
            targets = List.copyOf(backends);
            targets.forEach(Backend::revive);
        }
        before.stream().filter(old -> !backends.contains(old)).forEach(Backend::retire);
    }

    synchronized void hold() {
        if (!held) {
            held = true;
            heldSince = System.nanoTime();
        }
    }

    synchronized Duration release() {
        if (!held) {
            return Duration.ZERO;
        }
        held = false;
        notifyAll();
        return Duration.ofNanos(System.nanoTime() - heldSince);
    }

    synchronized List<Backend> targets() {
        return targets;
    }
}
