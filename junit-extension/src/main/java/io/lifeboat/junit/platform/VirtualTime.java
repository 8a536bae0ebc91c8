package io.lifeboat.junit.platform;

import io.lifeboat.engine.simulation.SimulatedClock;
import io.lifeboat.engine.simulation.SimulatedCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Time that passes only while somebody waits. In each step the cluster moves on, then the engine, then whoever else
 * follows, always in the same order. Not thread-safe: one test thread leads it.
 */
final class VirtualTime {

    private final SimulatedClock clock;
    private final SimulatedCluster cluster;
    private final Consumer<Instant> engine;
    private final List<Runnable> followers = new ArrayList<>();
    private long ahead;

    VirtualTime(SimulatedClock clock, SimulatedCluster cluster, Consumer<Instant> engine) {
        this.clock = clock;
        this.cluster = cluster;
        this.engine = engine;
    }

    void follow(Runnable follower) {
        followers.add(follower);
    }

    void unfollow(Runnable follower) {
        followers.remove(follower);
    }

    Instant now() {
        return clock.instant();
    }

    /** Nanoseconds since the epoch of virtual time; between two steps it may run ahead of the cluster. */
    long nanos() {
        return Math.max(ahead, clockNanos());
    }

    /** Lets time pass up to the moment; the cluster follows in whole steps. */
    void sleepUntil(long nanos) {
        while (clockNanos() + SimulatedCluster.INTERVAL.toNanos() <= nanos) {
            pass(SimulatedCluster.INTERVAL);
        }
        ahead = Math.max(ahead, nanos);
    }

    private long clockNanos() {
        return Duration.between(Instant.EPOCH, now()).toNanos();
    }

    void pass(Duration duration) {
        cluster.advance(duration, this::step);
    }

    private void step(Instant now) {
        engine.accept(now);
        List.copyOf(followers).forEach(Runnable::run);
    }

    /** A pace for one experiment. */
    Pace pace() {
        return new VirtualPace();
    }

    private final class VirtualPace implements Pace {

        private Runnable followed = () -> {};

        @Override
        public void drive(Runnable step) {
            followed = step;
            follow(step);
        }

        @Override
        public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
            Instant end = now().plus(atMost);
            while (!condition.getAsBoolean()) {
                if (!now().isBefore(end)) {
                    return false;
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                pass(SimulatedCluster.INTERVAL);
            }
            return true;
        }

        @Override
        public void close() {
            unfollow(followed);
        }
    }
}
