package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A migration as it is carried out by one thread and looked at by others. */
abstract class MigrationRun implements Migration, Runnable {

    /** After SIGTERM; what takes longer is killed. */
    static final Duration STOP_GRACE = Duration.ofSeconds(5);

    private final MigrationOrder order;
    final Service service;
    final Replica replica;
    final NodeRuntime target;
    final InstanceStarter starter;
    private volatile MigrationPhase phase;
    private volatile @Nullable String failure;
    private volatile @Nullable Duration pause;
    private volatile @Nullable Duration dataAge;

    MigrationRun(
            MigrationOrder order,
            MigrationPhase first,
            Service service,
            Replica replica,
            NodeRuntime target,
            InstanceStarter starter) {
        this.order = order;
        this.phase = first;
        this.service = service;
        this.replica = replica;
        this.target = target;
        this.starter = starter;
    }

    @Override
    public void run() {
        MigrationPhase end = MigrationPhase.FAILED;
        try {
            end = carryOut();
        } finally {
            // In this order, so that whoever sees the end may order the next move.
            replica.endMove();
            phase = end;
        }
    }

    private MigrationPhase carryOut() {
        try {
            move();
            return MigrationPhase.COMPLETED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            note("The cluster was closed.");
            return MigrationPhase.FAILED;
        } catch (IOException | RuntimeException e) {
            String earlier = failure;
            failure = earlier == null ? reason(e) : reason(e) + " " + earlier;
            return undo();
        }
    }

    /** Every step; throwing anything but an interrupt makes {@link #undo} run. */
    abstract void move() throws IOException, InterruptedException;

    /** Makes everything as it was; returns whether that was possible. */
    abstract MigrationPhase undo();

    /** What a reader should know beside the failure itself. */
    void note(String reason) {
        failure = reason;
    }

    private static String reason(Exception e) {
        return e instanceof LocalClusterException ? String.valueOf(e.getMessage()) : e.toString();
    }

    void enter(MigrationPhase next) {
        phase = next;
    }

    void setPause(Duration held) {
        pause = held;
    }

    void setDataAge(Duration age) {
        dataAge = age;
    }

    /** The process that serves now. */
    Instance source() {
        return replica.instance().orElseThrow();
    }

    @Override
    public MigrationOrder order() {
        return order;
    }

    @Override
    public MigrationPhase phase() {
        return phase;
    }

    @Override
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }

    @Override
    public Optional<Duration> dataAge() {
        return Optional.ofNullable(dataAge);
    }
}
