package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.NodeStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Copies data directories to the disk of another node every 2 s. */
final class DataKeeper {

    private static final long PAUSE_MILLIS = 2000;

    private final InstantSource clock;
    private final List<NodeRuntime> nodes;
    private final Supplier<List<Replica>> replicas;

    DataKeeper(InstantSource clock, List<NodeRuntime> nodes, Supplier<List<Replica>> replicas) {
        this.clock = clock;
        this.nodes = nodes;
        this.replicas = replicas;
    }

    Thread start() {
        return Daemons.start("data-keeper", () -> {
            while (Sleep.millis(PAUSE_MILLIS)) {
                replicas.get().forEach(this::copy);
            }
        });
    }

    /** Takes a copy unless the workload is moving or dead: the last one taken in life is the one that counts. */
    void copy(Replica replica) {
        Optional<Instance> instance = replica.instance().filter(Instance::isAlive);
        if (instance.isEmpty() || instance.get().data().isEmpty() || replica.isMoving()) {
            return;
        }
        try {
            keep(replica, instance.get().data().get());
        } catch (IOException | UncheckedIOException e) {
            // The directory changes or moves under our feet; the copy before stays valid, and the next one is due soon.
        }
    }

    private void keep(Replica replica, Path data) throws IOException {
        Optional<BackupCopy> existing = replica.backup();
        boolean usable = existing.isPresent()
                && existing.get().holder() != replica.node()
                && existing.get().holder().status() != NodeStatus.DOWN
                && existing.get().isOf(data);
        if (usable) {
            existing.get().refresh();
            return;
        }
        Optional<NodeRuntime> holder = holder(replica.node());
        if (holder.isPresent()) {
            BackupCopy fresh = new BackupCopy(replica.id(), replica.node().id(), data, holder.get(), clock);
            fresh.refresh();
            replica.setBackup(fresh);
            if (existing.isPresent()) {
                existing.get().delete();
            }
        }
    }

    /** The next healthy node in the order of the cluster. */
    private Optional<NodeRuntime> holder(NodeRuntime owner) {
        int own = nodes.indexOf(owner);
        for (int i = 1; i < nodes.size(); i++) {
            NodeRuntime candidate = nodes.get((own + i) % nodes.size());
            if (candidate.status() == NodeStatus.READY) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
