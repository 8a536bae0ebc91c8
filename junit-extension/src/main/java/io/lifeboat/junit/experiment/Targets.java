package io.lifeboat.junit.experiment;

import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.junit.plan.Suggestion;
import io.lifeboat.junit.platform.Platform;
import java.util.List;
import java.util.stream.Stream;

/** Resolves what a fault is aimed at: a node, or the node that a workload runs on now. */
final class Targets {

    private final Platform platform;

    Targets(Platform platform) {
        this.platform = platform;
    }

    /**
     * The id of the node meant.
     *
     * @throws IllegalArgumentException if nothing is called so
     */
    String node(String target) {
        ClusterSnapshot snapshot = platform.snapshot();
        if (snapshot.node(target).isPresent()) {
            return target;
        }
        return snapshot.workloads().stream()
                .filter(workload ->
                        workload.service().equals(target) || workload.id().equals(target))
                .map(Workload::node)
                .findFirst()
                .orElseThrow(() -> unknown(target, snapshot));
    }

    private static IllegalArgumentException unknown(String target, ClusterSnapshot snapshot) {
        List<String> known = Stream.concat(
                        snapshot.nodes().stream().map(Node::id),
                        snapshot.workloads().stream().map(Workload::service).distinct())
                .toList();
        return new IllegalArgumentException("target (\"%s\") is neither a node of the cluster nor a workload.%s"
                .formatted(target, Suggestion.maybe(target, known)));
    }
}
