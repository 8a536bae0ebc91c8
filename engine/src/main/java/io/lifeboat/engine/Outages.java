package io.lifeboat.engine;

import io.lifeboat.engine.alert.DynamicThresholds;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures what failures really do, for the thresholds: how long before a failure its critical alert came, and how long each workload was
 * down. A workload is down from the last sign of life of its node, once the platform has lost that, until it is placed on another one or
 * its node is back.
 */
final class Outages {

    private final DynamicThresholds thresholds;
    private final Set<String> lost = new HashSet<>();
    private final Map<String, Instant> down = new LinkedHashMap<>();

    Outages(DynamicThresholds thresholds) {
        this.thresholds = thresholds;
    }

    void update(Instant now, ClusterSnapshot snapshot, Nodes nodes, AlertBoard alerts) {
        boolean anyLost = false;
        for (Node node : snapshot.nodes()) {
            boolean isLost = node.status() == NodeStatus.DOWN || node.status() == NodeStatus.UNREACHABLE;
            anyLost |= isLost;
            if (isLost && lost.add(node.id())) {
                Instant failed = now.minus(nodes.silence(now, node.id()));
                alerts.criticalSince(node.id())
                        .ifPresent(since -> thresholds.learnLead(Duration.between(since, failed)));
            } else if (!isLost && !lost.isEmpty()) {
                lost.remove(node.id());
            }
        }
        if (anyLost || !down.isEmpty()) {
            workloads(now, snapshot, nodes);
        }
        thresholds.advance(now);
    }

    /** These have left for good, and no work is on them. */
    void forget(List<String> nodes) {
        nodes.forEach(lost::remove);
    }

    private void workloads(Instant now, ClusterSnapshot snapshot, Nodes nodes) {
        Set<String> present = new HashSet<>();
        for (Workload workload : snapshot.workloads()) {
            present.add(workload.id());
            if (lost.contains(workload.node())) {
                down.computeIfAbsent(workload.id(), id -> now.minus(nodes.silence(now, workload.node())));
            } else {
                Instant since = down.remove(workload.id());
                if (since != null) {
                    thresholds.learnOutage(now, workload.id(), Duration.between(since, now));
                }
            }
        }
        // One that was removed is down no longer, and nobody knows when it would have been back.
        down.keySet().retainAll(present);
    }
}
