package io.lifeboat.engine.simulation;

import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A migration in virtual time; its phases last as long as the seed says. Guarded by the cluster's lock. */
final class SimulatedMigration implements Migration {

    private static final double BYTES_PER_SECOND = 100e6;
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(5);

    private final SimulatedCluster cluster;
    private final MigrationOrder order;
    private final Map<MigrationPhase, Duration> durations = new EnumMap<>(MigrationPhase.class);
    private final Optional<Duration> dataAge;
    private MigrationPhase phase;
    private Instant phaseStart;
    private @Nullable String failure;

    SimulatedMigration(
            SimulatedCluster cluster, MigrationOrder order, Workload workload, Instant now, SplittableRandom random) {
        this.cluster = cluster;
        this.order = order;
        this.phaseStart = now;
        boolean restart = order.kind() == MigrationOrder.Kind.RESTART;
        boolean hasData = workload.dataBytes() > 0;
        durations.put(MigrationPhase.COPYING, seconds(workload.dataBytes() / BYTES_PER_SECOND));
        durations.put(MigrationPhase.STARTING, millis(random, 600, 1400));
        durations.put(MigrationPhase.SWITCHING, millis(random, 20, 120));
        durations.put(MigrationPhase.DRAINING, restart ? Duration.ZERO : millis(random, 200, 500));
        this.phase = hasData && !restart ? MigrationPhase.COPYING : MigrationPhase.STARTING;
        this.dataAge = restart && hasData ? Optional.of(sinceCheckpoint(now)) : Optional.empty();
    }

    private static Duration sinceCheckpoint(Instant now) {
        return Duration.ofMillis(Math.floorMod(now.toEpochMilli(), CHECKPOINT_INTERVAL.toMillis()));
    }

    private static Duration millis(SplittableRandom random, int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }

    private static Duration seconds(double value) {
        return Duration.ofNanos((long) (value * 1e9));
    }

    /** Goes on as far as {@code now} allows. */
    void advance(Instant now) {
        while (!phase.isFinal() && !now.isBefore(phaseEnd())) {
            Instant end = phaseEnd();
            leave(phase);
            phaseStart = end;
        }
    }

    private void leave(MigrationPhase left) {
        if (left == MigrationPhase.STARTING && !cluster.isAlive(order.to())) {
            fail("node \"%s\" did not answer: the copy never became ready".formatted(order.to()));
            return;
        }
        if (left == MigrationPhase.SWITCHING) {
            cluster.place(order.workload(), order.to());
        }
        phase = MigrationPhase.values()[left.ordinal() + 1];
    }

    private Instant phaseEnd() {
        return phaseStart.plus(durations.getOrDefault(phase, Duration.ZERO));
    }

    /** What becomes of this migration when a node dies now. */
    void onNodeLost(String node) {
        boolean switched = phase == MigrationPhase.DRAINING || phase.isFinal();
        if (switched) {
            return;
        }
        if (node.equals(order.to())) {
            fail("target node \"%s\" died in phase %s".formatted(node, phase));
        } else if (node.equals(order.from()) && order.kind() == MigrationOrder.Kind.PLANNED) {
            fail("source node \"%s\" died in phase %s".formatted(node, phase));
        }
    }

    private void fail(String why) {
        failure = why;
        phase = order.kind() == MigrationOrder.Kind.RESTART ? MigrationPhase.FAILED : MigrationPhase.ROLLED_BACK;
    }

    /** How long a request that arrives now is held at the endpoint. */
    Duration hold(Instant now) {
        return phase == MigrationPhase.SWITCHING && order.kind() == MigrationOrder.Kind.PLANNED
                ? Duration.between(now, phaseEnd())
                : Duration.ZERO;
    }

    /** The phase, without letting time pass. */
    MigrationPhase current() {
        return phase;
    }

    @Override
    public MigrationOrder order() {
        return order;
    }

    @Override
    public MigrationPhase phase() {
        return cluster.settled(() -> phase);
    }

    @Override
    public Optional<String> failure() {
        return cluster.settled(() -> Optional.ofNullable(failure));
    }

    @Override
    public Optional<Duration> pause() {
        return cluster.settled(() -> phase == MigrationPhase.DRAINING || phase == MigrationPhase.COMPLETED
                ? Optional.ofNullable(durations.get(MigrationPhase.SWITCHING))
                : Optional.empty());
    }

    @Override
    public Optional<Duration> dataAge() {
        return dataAge;
    }
}
