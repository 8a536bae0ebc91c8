package io.lifeboat.junit.platform;

import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.local.LocalCluster;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Where every workload was at first, and the way back there between the tests that share a cluster. */
final class HomePlacement {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Map<String, String> nodes = new LinkedHashMap<>();
    private int moves;

    private HomePlacement() {}

    static HomePlacement of(LocalCluster cluster) {
        HomePlacement home = new HomePlacement();
        cluster.snapshot().workloads().forEach(workload -> home.nodes.put(workload.id(), workload.node()));
        return home;
    }

    /** Starts dead nodes again, takes off cordons, and moves the workloads of these nodes back. */
    synchronized void restore(LocalCluster cluster, Set<String> ours) {
        for (Node node : cluster.snapshot().nodes()) {
            if (!ours.contains(node.id())) {
                continue;
            }
            if (node.status() == NodeStatus.DOWN) {
                cluster.restart(node.id());
            }
            cluster.uncordon(node.id());
        }
        for (Workload workload : cluster.snapshot().workloads()) {
            String origin = nodes.get(workload.id());
            if (origin != null && ours.contains(origin) && !origin.equals(workload.node())) {
                moveBack(cluster, workload, origin);
            }
        }
    }

    private void moveBack(LocalCluster cluster, Workload workload, String origin) {
        moves++;
        Migration migration = cluster.migrate(new MigrationOrder(
                "restore-" + moves, workload.id(), workload.node(), origin, MigrationOrder.Kind.PLANNED));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!migration.phase().isFinal() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        if (migration.phase() != MigrationPhase.COMPLETED) {
            throw new IllegalStateException(
                    "workload \"%s\" could not be moved back to %s for the next test: %s%nMaybe use a cluster for each test (scope = METHOD)."
                            .formatted(
                                    workload.id(), origin, migration.failure().orElse("it took too long")));
        }
    }
}
