package io.lifeboat.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.alert.Incident;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.MigrationOrder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What moves, and where to, while several nodes are in trouble at once. */
class IncidentReallocationTests extends WarnedCluster {

    @Test
    void alarmsOnMostNodesAreOneIncidentAndNothingMoves() {
        builder.nodes(4);
        for (int i = 1; i <= 4; i++) {
            workload("orders-" + i, "node-" + i, Criticality.HIGH, 0);
        }
        critical.addAll(List.of("node-1", "node-2", "node-3"));
        Run run = new Run();
        run.seconds(10);
        assertThat(started).isEmpty();
        assertThat(queued).hasSize(3).allMatch(text -> text.contains("incident: 3 of 4 nodes"));
        critical.remove("node-3");
        critical.remove("node-2");
        run.seconds(5);
        assertThat(started).extracting(MigrationOrder::workload).containsExactly("orders-1");
    }

    @Test
    void aDeadNodeIsEmptiedEvenInAnIncident() {
        builder.nodes(5);
        workload("orders", "node-1", Criticality.LOW, 0);
        workload("billing", "node-2", Criticality.LOW, 0);
        critical.addAll(List.of("node-2", "node-3", "node-4"));
        Run run = new Run();
        run.cluster.crash("node-1");
        run.seconds(5);
        assertThat(started).singleElement().satisfies(order -> {
            assertThat(order.workload()).isEqualTo("orders");
            assertThat(order.kind()).isEqualTo(MigrationOrder.Kind.RESTART);
            assertThat(order.to()).isEqualTo("node-5");
        });
    }

    @Test
    void workMovesOutOfAnIncidentAndNotIntoAnotherNodeOfIt() {
        builder.nodes(6);
        workload("orders", "node-1", Criticality.HIGH, 0);
        workload("billing", "node-2", Criticality.HIGH, 0);
        critical.addAll(List.of("node-1", "node-2"));
        Incident rack = new Incident("incident-1", "rack r1: 2 of 4 nodes are in trouble", List.of("node-1", "node-2"));
        for (int i = 1; i <= 4; i++) {
            incidents.put("node-" + i, rack);
        }
        new Run().seconds(1);
        assertThat(started)
                .hasSize(2)
                .allMatch(order -> Set.of("node-5", "node-6").contains(order.to()));
    }

    @Test
    void anIncidentOfMoreNodesThanMayBeEmptiedStopsEveryPlannedMove() {
        builder.nodes(4);
        workload("orders", "node-1", Criticality.HIGH, 0);
        critical.add("node-1");
        Incident collector =
                new Incident("incident-1", "3 of 4 nodes fell silent at once", List.of("node-2", "node-3", "node-4"));
        List.of("node-2", "node-3", "node-4").forEach(node -> incidents.put(node, collector));
        new Run().seconds(5);
        assertThat(started).isEmpty();
        assertThat(queued)
                .containsExactly("orders: incident: 3 of 4 nodes fell silent at once (incident-1); nothing is moved");
    }

    @Test
    void whatIsDownMayGoToANodeOfTheSameIncidentWhenThereIsNoOther() {
        builder.nodes(2);
        workload("orders", "node-1", Criticality.HIGH, 0);
        Incident rack = new Incident("incident-1", "rack r1", List.of("node-1"));
        incidents.put("node-1", rack);
        incidents.put("node-2", rack);
        Run run = new Run();
        run.cluster.crash("node-1");
        run.seconds(3);
        assertThat(started).extracting(MigrationOrder::to).containsExactly("node-2");
    }
}
