package io.lifeboat.benchmarks.speed;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nodes in racks of fifty with one workload each. Moves are done at once; what they cost is not what is measured here. */
final class FleetCluster implements ClusterOperator {

    private static final int RACK = 50;
    private static final Resources NODE = new Resources(4, 4L << 30);
    private static final Resources WORK = new Resources(1, 1L << 30);

    private final List<Node> nodes = new ArrayList<>();
    private final List<Workload> workloads = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private ClusterSnapshot snapshot;
    private int moves;

    FleetCluster(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Map<String, String> domains = Map.of("rack", "rack-" + i / RACK);
            nodes.add(new Node(name, NODE, NodeStatus.READY, Duration.ofMillis(1), domains));
            String work = "work-" + i;
            workloads.add(new Workload(work, work, Criticality.MEDIUM, 0, Duration.ofSeconds(30), WORK, name, 0));
            positions.put(name, i);
            positions.put(work, i);
        }
        snapshot = new ClusterSnapshot(nodes, workloads);
    }

    /** How many workloads were moved so far. */
    int moves() {
        return moves;
    }

    @Override
    public ClusterSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Migration migrate(MigrationOrder order) {
        int at = positions.get(order.workload());
        workloads.set(at, workloads.get(at).on(order.to()));
        snapshot = new ClusterSnapshot(nodes, workloads);
        moves++;
        return new Moved(order);
    }

    @Override
    public void cordon(String node) {
        mark(node, NodeStatus.CORDONED);
    }

    @Override
    public void uncordon(String node) {
        mark(node, NodeStatus.READY);
    }

    private void mark(String id, NodeStatus status) {
        int at = positions.get(id);
        Node node = nodes.get(at);
        if (node.status() != status) {
            nodes.set(at, new Node(id, node.capacity(), status, node.latency(), node.domains()));
            snapshot = new ClusterSnapshot(nodes, workloads);
        }
    }

    /** A move that is over. */
    private record Moved(MigrationOrder order) implements Migration {
        @Override
        public MigrationPhase phase() {
            return MigrationPhase.COMPLETED;
        }

        @Override
        public Optional<String> failure() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> pause() {
            return Optional.of(Duration.ofMillis(100));
        }

        @Override
        public Optional<Duration> dataAge() {
            return Optional.empty();
        }
    }
}
