package io.lifeboat.engine.cluster;

import java.util.List;
import java.util.Optional;

/**
 * The cluster at one moment. Plans are computed from a snapshot and never touch the cluster.
 *
 * @param nodes in a stable order, so that planning is repeatable
 * @param workloads in a stable order
 */
public record ClusterSnapshot(List<Node> nodes, List<Workload> workloads) {

    public ClusterSnapshot {
        nodes = List.copyOf(nodes);
        workloads = List.copyOf(workloads);
    }

    public Optional<Node> node(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    public List<Workload> workloadsOn(String node) {
        return workloads.stream()
                .filter(workload -> workload.node().equals(node))
                .toList();
    }
}
