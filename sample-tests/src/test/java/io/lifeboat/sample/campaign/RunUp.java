package io.lifeboat.sample.campaign;

import io.lifeboat.fault.FailureType;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What happens in one recorded run, drawn from its seed. Any node may be the sick one, so that nobody can learn which it is.
 *
 * @param type what fails; null in a run without a fault
 * @param node that falls ill
 * @param quiet how long all is well before
 * @param length how long the severity takes from nothing to its worst
 * @param worst the worst severity
 * @param crash whether the node dies of it; if not it recovers, and whoever took that for a failure was wrong
 * @param rate requests a second
 */
record RunUp(
        @Nullable FailureType type,
        String node,
        Duration quiet,
        Duration length,
        double worst,
        boolean crash,
        double rate) {

    private static final List<FailureType> TYPES = List.of(
            FailureType.CPU_THROTTLE, FailureType.MEMORY_CORRUPTION, FailureType.NETWORK_CUT, FailureType.DISK_LATENCY);

    /** In what runs of a kind differ. */
    enum Kind {
        /** To a crash, each type of failure in turn. */
        CRASH,
        /** Nothing fails; the load changes. */
        FAULT_FREE,
        /** Each type to a crash in turn, then a passing disturbance, then nothing. */
        MIXED
    }

    static RunUp draw(Kind kind, int run, long seed) {
        RandomGenerator random = new SplittableRandom(seed * 1_000_003 + run);
        int types = TYPES.size();
        int part = kind == Kind.MIXED ? run % (types + 2) : kind == Kind.CRASH ? run % types : types + 1;
        boolean crash = part < types;
        @Nullable FailureType type = part > types ? null : TYPES.get(crash ? part : run / (types + 2) % types);
        return new RunUp(
                type,
                "node-" + random.nextInt(1, 4),
                Duration.ofMillis(random.nextInt(3000, 7000)),
                Duration.ofMillis(crash ? random.nextInt(5000, 30_000) : random.nextInt(300, 2000)),
                crash ? 1 : random.nextDouble(0.1, 0.6),
                crash,
                random.nextInt(20, 60));
    }
}
