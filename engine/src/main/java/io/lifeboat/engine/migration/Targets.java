package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.MigrationOrder.Kind;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.placement.Placement;
import io.lifeboat.engine.placement.PlacementQuery;
import io.lifeboat.engine.placement.PlacementResult;
import io.lifeboat.engine.placement.TargetView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The queue of available nodes during one tick: what is placed, reserved and planned so far counts as used. */
final class Targets {

    private final ClusterSnapshot snapshot;
    private final Map<String, NodeCondition> conditions;
    private final Map<String, Resources> used = new LinkedHashMap<>();

    Targets(ClusterSnapshot snapshot, Map<String, NodeCondition> conditions, Map<String, Resources> reserved) {
        this.snapshot = snapshot;
        this.conditions = conditions;
        snapshot.workloads().forEach(workload -> reserve(workload.node(), workload.requests()));
        reserved.forEach(this::reserve);
    }

    void reserve(String node, Resources requests) {
        used.merge(node, requests, Resources::plus);
    }

    PlacementResult choose(Instant now, Demand demand, MoveHistory history) {
        Workload workload = demand.workload();
        boolean restart = demand.kind() == Kind.RESTART;
        Map<String, String> refused =
                restart ? history.failedTargets(now, workload.id()) : history.refused(now, workload.id());
        Map<String, String> shared = sharedIncident(workload);
        if (shared.isEmpty()) {
            return choose(workload, refused, history);
        }
        Map<String, String> both = new LinkedHashMap<>(shared);
        both.putAll(refused);
        PlacementResult elsewhere = choose(workload, both, history);
        // What is down is better off in a doubtful place than nowhere.
        return restart && elsewhere instanceof PlacementResult.Impossible
                ? choose(workload, refused, history)
                : elsewhere;
    }

    private PlacementResult choose(Workload workload, Map<String, String> refused, MoveHistory history) {
        PlacementQuery query =
                new PlacementQuery(workload, replicas(workload), history.dataNodes(workload.id()), refused);
        List<TargetView> views = new ArrayList<>(conditions.size());
        conditions.values().forEach(condition -> views.add(view(condition)));
        return Placement.choose(query, views);
    }

    /** Nodes that have the trouble of the source in common with it, with the reason to refuse them. */
    private Map<String, String> sharedIncident(Workload workload) {
        NodeCondition source = conditions.get(workload.node());
        if (source == null || source.incident().isEmpty()) {
            return Map.of();
        }
        Map<String, String> shared = new LinkedHashMap<>();
        String reason = "it shares %s with %s"
                .formatted(source.incident().get().id(), source.node().id());
        conditions.forEach((node, condition) -> {
            if (condition.sharesIncidentWith(source)) {
                shared.put(node, reason);
            }
        });
        return shared;
    }

    private TargetView view(NodeCondition condition) {
        Resources taken = used.getOrDefault(condition.node().id(), Resources.NONE);
        return new TargetView(
                condition.node(),
                taken.cpus(),
                taken.memoryBytes(),
                condition.warned(),
                condition.fresh(),
                condition.health());
    }

    private Map<String, Integer> replicas(Workload workload) {
        Map<String, Integer> replicas = new LinkedHashMap<>();
        for (Workload other : snapshot.workloads()) {
            if (other.service().equals(workload.service()) && !other.id().equals(workload.id())) {
                replicas.merge(other.node(), 1, Integer::sum);
            }
        }
        return replicas;
    }
}
