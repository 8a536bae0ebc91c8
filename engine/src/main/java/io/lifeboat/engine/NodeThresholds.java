package io.lifeboat.engine;

import io.lifeboat.engine.alert.DynamicThresholds;
import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.cluster.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The thresholds of nodes: in each tier the lowest of their workloads. Found again only when something they rest on has changed. */
final class NodeThresholds {

    private final DynamicThresholds thresholds;

    /** Only looked up by node, never walked through. */
    private final Map<String, Thresholds> byNode = new HashMap<>();

    private List<Workload> workloads = List.of();
    private Thresholds empty;
    private long changes;
    private int version;

    NodeThresholds(DynamicThresholds thresholds) {
        this.thresholds = thresholds;
        this.empty = thresholds.ofEmptyNode();
        this.changes = thresholds.changes();
    }

    /** Takes in where the workloads are now. */
    void update(List<Workload> now) {
        if (changes == thresholds.changes() && workloads.equals(now)) {
            return;
        }
        workloads = now;
        changes = thresholds.changes();
        version++;
        empty = thresholds.ofEmptyNode();
        byNode.clear();
        for (Workload workload : now) {
            byNode.merge(workload.node(), thresholds.of(workload), Thresholds::lower);
        }
    }

    /** Another number whenever a node may have other thresholds. */
    int version() {
        return version;
    }

    Thresholds of(String node) {
        return byNode.getOrDefault(node, empty);
    }
}
