package io.lifeboat.engine.migration;

import io.lifeboat.engine.alert.Confirmation;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.MigrationOrder.Kind;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Finds the workloads that must leave their nodes, most urgent first. */
final class Demands {

    private final Duration unreachableGrace;

    Demands(Duration unreachableGrace) {
        this.unreachableGrace = unreachableGrace;
    }

    List<Demand> find(
            Instant now,
            ClusterSnapshot snapshot,
            Map<String, NodeCondition> conditions,
            ToDoubleFunction<Workload> threshold) {
        List<Demand> demands = new ArrayList<>();
        if (conditions.values().stream().noneMatch(condition -> condition.isLost() || condition.critical())) {
            return demands;
        }
        for (Workload workload : snapshot.workloads()) {
            NodeCondition condition = conditions.get(workload.node());
            if (condition != null) {
                demand(now, workload, condition, threshold).ifPresent(demands::add);
            }
        }
        demands.sort(Demand.ORDER);
        return demands;
    }

    private Optional<Demand> demand(
            Instant now, Workload workload, NodeCondition condition, ToDoubleFunction<Workload> threshold) {
        NodeStatus status = condition.node().status();
        if (status == NodeStatus.DOWN) {
            return Optional.of(Demand.restart(workload, true, workload.node() + " is down"));
        }
        if (status == NodeStatus.UNREACHABLE) {
            // Two independent signals: the platform's word and silence of the node itself.
            return Duration.between(condition.heard(), now).compareTo(unreachableGrace) > 0
                    ? Optional.of(
                            Demand.restart(workload, false, workload.node() + " is unreachable and sends no telemetry"))
                    : Optional.empty();
        }
        double limit = threshold.applyAsDouble(workload);
        if (!condition.critical() || condition.risk() < limit) {
            return Optional.empty();
        }
        Confirmation confirmation = condition.confirmation();
        String cause = String.format(
                Locale.ROOT,
                "%s fails with %.0f %%, moving \"%s\" pays from %.0f %%; %s",
                workload.node(),
                100 * condition.risk(),
                workload.id(),
                100 * limit,
                confirmation.reason());
        Optional<Hold> doubt =
                confirmation.given() ? Optional.empty() : Optional.of(new Hold("quorum", confirmation.reason()));
        return Optional.of(new Demand(workload, Kind.PLANNED, false, cause, doubt));
    }
}
