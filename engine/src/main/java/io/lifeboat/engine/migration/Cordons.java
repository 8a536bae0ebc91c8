package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.NodeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cordons nodes with a warning, and uncordons those it cordoned once they have been healthy for long enough. */
final class Cordons {

    private final ClusterOperator operator;
    private final Duration uncordonAfter;
    private final Brake brake;

    /** Nodes cordoned by the engine, with the last moment at which they were not healthy. */
    private final Map<String, Instant> cordoned = new LinkedHashMap<>();

    Cordons(ClusterOperator operator, Duration uncordonAfter, Brake brake) {
        this.operator = operator;
        this.uncordonAfter = uncordonAfter;
        this.brake = brake;
    }

    void update(Instant now, Map<String, NodeCondition> conditions) {
        cordoned.keySet().retainAll(conditions.keySet());
        long notReady = conditions.values().stream()
                .filter(condition -> condition.node().status() != NodeStatus.READY)
                .count();
        for (NodeCondition condition : conditions.values()) {
            String node = condition.node().id();
            if (condition.warned() || condition.isLost() || !condition.fresh()) {
                cordoned.computeIfPresent(node, (id, since) -> now);
            }
            boolean mayCordon = condition.warned() && condition.node().status() == NodeStatus.READY;
            if (mayCordon && notReady < brake.allowed(conditions.size())) {
                operator.cordon(node);
                cordoned.put(node, now);
                notReady++;
            } else {
                uncordonIfHealthy(now, node);
            }
        }
    }

    private void uncordonIfHealthy(Instant now, String node) {
        Instant unhealthy = cordoned.get(node);
        if (unhealthy != null && !now.isBefore(unhealthy.plus(uncordonAfter))) {
            operator.uncordon(node);
            cordoned.remove(node);
        }
    }
}
