package io.lifeboat.junit.platform;

import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.junit.Cluster;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.plan.Suggestion;
import java.util.List;

/** The view of a platform that a test gets. */
public record PlatformCluster(Platform platform) implements Cluster {

    @Override
    public List<String> nodes() {
        return platform.snapshot().nodes().stream().map(Node::id).toList();
    }

    @Override
    public NodeStatus status(String node) {
        return platform.snapshot().node(node).map(Node::status).orElseThrow(() -> unknown("node", node, nodes()));
    }

    @Override
    public List<String> nodesOf(String workload) {
        requireService(workload);
        return platform.snapshot().workloads().stream()
                .filter(copy -> copy.service().equals(workload))
                .map(Workload::node)
                .toList();
    }

    @Override
    public Endpoint endpoint(String workload) {
        requireService(workload);
        return platform.endpoint(workload);
    }

    @Override
    public boolean simulated() {
        return platform.simulated();
    }

    private void requireService(String workload) {
        if (!platform.services().contains(workload)) {
            throw unknown("workload", workload, platform.services());
        }
    }

    private static IllegalArgumentException unknown(String kind, String name, List<String> known) {
        return new IllegalArgumentException(
                "%s (\"%s\") is unknown.%s".formatted(kind, name, Suggestion.maybe(name, known)));
    }
}
