package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.Workload;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One copy of a service and where it runs. Thread-safe. */
final class Replica {

    private final String id;
    private final WorkloadSpec spec;
    private final AtomicBoolean moving = new AtomicBoolean();
    private volatile NodeRuntime node;
    private volatile @Nullable Instance instance;
    private volatile @Nullable BackupCopy backup;

    Replica(String id, WorkloadSpec spec, NodeRuntime node) {
        this.id = id;
        this.spec = spec;
        this.node = node;
    }

    String id() {
        return id;
    }

    WorkloadSpec spec() {
        return spec;
    }

    NodeRuntime node() {
        return node;
    }

    /** The process that serves, dead or alive; empty before the first one is ready. */
    Optional<Instance> instance() {
        return Optional.ofNullable(instance);
    }

    void place(Instance fresh) {
        instance = fresh;
        node = fresh.node();
    }

    Optional<BackupCopy> backup() {
        return Optional.ofNullable(backup);
    }

    void setBackup(@Nullable BackupCopy copy) {
        backup = copy;
    }

    /** False if it is moving already. */
    boolean beginMove() {
        return moving.compareAndSet(false, true);
    }

    void endMove() {
        moving.set(false);
    }

    boolean isMoving() {
        return moving.get();
    }

    Workload snapshot() {
        return new Workload(
                id,
                spec.name(),
                spec.criticality(),
                spec.slaPriority(),
                spec.acceptableDowntime(),
                spec.requests(),
                node.id(),
                backup().map(BackupCopy::bytes).orElse(0L));
    }
}
