package io.lifeboat.engine.simulation;

import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.Workload;
import java.util.Map;
import java.util.Set;

/** Refuses orders that cannot be carried out, before anything is touched. */
record OrderCheck(Set<String> nodes, Map<String, Workload> workloads, Set<String> moving) {

    /** The workload to move. */
    Workload check(MigrationOrder order) {
        Workload workload = workloads.get(order.workload());
        if (workload == null) {
            throw refused(order, "workload", order.workload(), "is unknown", workloads.keySet());
        }
        if (!nodes.contains(order.from())) {
            throw refused(order, "node", order.from(), "is unknown", nodes);
        }
        if (!nodes.contains(order.to())) {
            throw refused(order, "node", order.to(), "is unknown", nodes);
        }
        if (!workload.node().equals(order.from())) {
            throw refused(order, "node", order.from(), "does not run the workload", Set.of(workload.node()));
        }
        if (order.from().equals(order.to())) {
            throw refused(order, "target", order.to(), "must not be the source", nodes);
        }
        if (moving.contains(order.workload())) {
            throw new IllegalArgumentException(
                    "workload \"%s\" of %s is already moving.%nMaybe wait until its migration is final."
                            .formatted(order.workload(), order.id()));
        }
        return workload;
    }

    private static IllegalArgumentException refused(
            MigrationOrder order, String what, String value, String rule, Set<String> known) {
        return new IllegalArgumentException("%s \"%s\" of %s %s.%nMaybe one of: %s."
                .formatted(
                        what, value, order.id(), rule, known.stream().limit(10).toList()));
    }
}
