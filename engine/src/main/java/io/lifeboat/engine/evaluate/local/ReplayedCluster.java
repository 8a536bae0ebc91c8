package io.lifeboat.engine.evaluate.local;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.util.List;

/** The nodes of a recording, each with one workload of high criticality. Nothing on it can be moved any more. */
final class ReplayedCluster implements ClusterOperator {

    private static final Resources ENOUGH = new Resources(1, 1L << 30);

    private final ClusterSnapshot snapshot;

    ReplayedCluster(List<String> nodes) {
        this.snapshot = new ClusterSnapshot(
                nodes.stream()
                        .map(node -> new Node(node, ENOUGH, NodeStatus.READY, Duration.ZERO))
                        .toList(),
                nodes.stream()
                        .map(node -> new Workload(
                                "work-on-" + node,
                                "work-on-" + node,
                                Criticality.HIGH,
                                0,
                                Duration.ofSeconds(5),
                                ENOUGH,
                                node,
                                0))
                        .toList());
    }

    @Override
    public ClusterSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Migration migrate(MigrationOrder order) {
        throw new IllegalStateException("A recording cannot be changed.");
    }

    @Override
    public void cordon(String node) {
        throw new IllegalStateException("A recording cannot be changed.");
    }

    @Override
    public void uncordon(String node) {
        throw new IllegalStateException("A recording cannot be changed.");
    }
}
