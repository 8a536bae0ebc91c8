package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.MigrationOrder;
import java.util.List;

/** Checks an order and chooses how to carry it out. */
final class MigrationRules {

    private MigrationRules() {}

    /** A migration that is ready to run; its workload is marked as moving. */
    static MigrationRun prepare(MigrationOrder order, List<Service> services, NodeSet nodes, InstanceStarter starter) {
        NodeRuntime from = nodes.get(order.from());
        NodeRuntime to = nodes.get(order.to());
        for (Service service : services) {
            for (Replica replica : service.replicas()) {
                if (replica.id().equals(order.workload())) {
                    check(order, replica, from, to);
                    return choose(order, service, replica, to, starter);
                }
            }
        }
        List<String> known = services.stream()
                .flatMap(service -> service.replicas().stream())
                .map(Replica::id)
                .toList();
        throw new IllegalArgumentException("There is no workload \"%s\". %s"
                .formatted(order.workload(), Suggestion.among(known, order.workload())));
    }

    private static void check(MigrationOrder order, Replica replica, NodeRuntime from, NodeRuntime to) {
        if (order.kind() == MigrationOrder.Kind.PLANNED && from == to) {
            throw new IllegalArgumentException(
                    "Workload \"%s\" is on \"%s\" already.".formatted(order.workload(), order.to()));
        }
        if (!replica.beginMove()) {
            throw new IllegalArgumentException(
                    "Workload \"%s\" is moving already. Maybe wait for its migration.".formatted(order.workload()));
        }
        if (replica.node() != from) {
            String actual = replica.node().id();
            replica.endMove();
            throw new IllegalArgumentException(
                    "Workload \"%s\" is on \"%s\", not on \"%s\". Maybe the plan is out of date."
                            .formatted(order.workload(), actual, order.from()));
        }
    }

    private static MigrationRun choose(
            MigrationOrder order, Service service, Replica replica, NodeRuntime to, InstanceStarter starter) {
        if (order.kind() == MigrationOrder.Kind.RESTART) {
            return new RestartMigration(order, service, replica, to, starter);
        }
        return replica.spec().dataDirectory()
                ? new DataMigration(order, service, replica, to, starter)
                : new StatelessMigration(order, service, replica, to, starter);
    }
}
