package io.lifeboat.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.alert.Confirmation;
import io.lifeboat.engine.alert.Incident;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.simulation.SimulatedClusterBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReallocatorTests {

    private static final double THRESHOLD = 0.3;

    private final SimulatedClusterBuilder builder = SimulatedCluster.builder();
    private final List<MigrationOrder> started = new ArrayList<>();
    private final List<String> queued = new ArrayList<>();
    private final List<MigrationPhase> phases = new ArrayList<>();
    private final Set<String> critical = new LinkedHashSet<>();
    private final Set<String> warned = new LinkedHashSet<>();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private Confirmation confirmation = new Confirmation(true, "two signals agree");

    private void workload(String id, String node, Criticality criticality, int priority) {
        builder.workload(new Workload(
                id, id, criticality, priority, Duration.ofSeconds(5), new Resources(0.5, 1 << 20), node, 0));
    }

    private final class Run {
        private final SimulatedCluster cluster = builder.build();
        private final Reallocator reallocator =
                new Reallocator(cluster, MigrationSettings.defaults(), new MigrationEvents() {
                    @Override
                    public void queued(Workload workload, String reason) {
                        queued.add(workload.id() + ": " + reason);
                    }

                    @Override
                    public void started(MigrationOrder order, String why) {
                        started.add(order);
                    }

                    @Override
                    public void advanced(Migration migration, MigrationPhase phase) {
                        phases.add(phase);
                    }

                    @Override
                    public void measured(Duration moveTime, Duration pause) {}
                });

        void seconds(double seconds) {
            cluster.advance(Duration.ofMillis((long) (seconds * 1000)), this::tick);
        }

        private void tick(Instant now) {
            reallocator.follow(now);
            ClusterSnapshot snapshot = cluster.snapshot();
            Map<String, NodeCondition> conditions = new LinkedHashMap<>();
            for (Node node : snapshot.nodes()) {
                boolean isCritical = critical.contains(node.id());
                boolean isWarned = isCritical || warned.contains(node.id());
                double risk = isCritical ? 0.9 : 0;
                conditions.put(
                        node.id(),
                        new NodeCondition(
                                node,
                                isWarned,
                                isCritical,
                                risk,
                                100,
                                true,
                                now,
                                confirmation,
                                Optional.ofNullable(incidents.get(node.id()))));
            }
            reallocator.tick(now, snapshot, conditions, workload -> THRESHOLD);
        }

        NodeStatus status(String node) {
            return cluster.snapshot().node(node).orElseThrow().status();
        }
    }

    @Test
    void highCriticalityMovesAtOnceAndTheRestWaitsInOrderOfPriority() {
        builder.nodes(4);
        workload("a-low-priority", "node-1", Criticality.MEDIUM, 1);
        workload("b-low", "node-1", Criticality.LOW, 5);
        workload("c-medium", "node-1", Criticality.MEDIUM, 5);
        workload("d-top", "node-1", Criticality.LOW, 9);
        workload("e-high", "node-1", Criticality.HIGH, 0);
        workload("f-high", "node-1", Criticality.HIGH, 0);
        workload("g-high", "node-1", Criticality.HIGH, 0);
        critical.add("node-1");
        Run run = new Run();
        run.seconds(0.1);
        assertThat(started).extracting(MigrationOrder::workload).containsExactly("e-high", "f-high", "g-high");
        assertThat(queued)
                .containsExactly(
                        "d-top: waits for one of 2 slots",
                        "c-medium: waits for one of 2 slots",
                        "b-low: waits for one of 2 slots",
                        "a-low-priority: waits for one of 2 slots");
        run.seconds(20);
        assertThat(started)
                .extracting(MigrationOrder::workload)
                .containsExactly("e-high", "f-high", "g-high", "d-top", "c-medium", "b-low", "a-low-priority");
        assertThat(run.cluster.snapshot().workloadsOn("node-1")).isEmpty();
        assertThat(queued).hasSize(4);
    }

    @Test
    void runningMovesReserveRoomOnTheirTarget() {
        builder.node("node-1", new Resources(4, 8L << 30)).node("node-2", new Resources(0.7, 8L << 30));
        builder.node("node-3", new Resources(0.7, 8L << 30));
        for (int i = 1; i <= 3; i++) {
            workload("orders-" + i, "node-1", Criticality.HIGH, 0);
        }
        critical.add("node-1");
        new Run().seconds(0.5);
        assertThat(started).extracting(MigrationOrder::to).containsExactly("node-2", "node-3");
        assertThat(queued)
                .singleElement()
                .asString()
                .contains("orders-3: no target: node-2: refused, it has no room for", "node-3: refused");
    }

    @Test
    void aWarnedNodeIsCordonedButNotEvacuated() {
        builder.nodes(3);
        workload("orders", "node-1", Criticality.HIGH, 0);
        warned.add("node-1");
        Run run = new Run();
        run.seconds(1);
        assertThat(run.status("node-1")).isEqualTo(NodeStatus.CORDONED);
        assertThat(started).isEmpty();
        warned.clear();
        run.seconds(9);
        assertThat(run.status("node-1")).isEqualTo(NodeStatus.CORDONED);
        run.seconds(2);
        assertThat(run.status("node-1")).isEqualTo(NodeStatus.READY);
    }

    @Test
    void aNodeThatSomebodyElseCordonedStaysCordoned() {
        builder.nodes(3);
        Run run = new Run();
        run.cluster.cordon("node-1");
        run.seconds(60);
        assertThat(run.status("node-1")).isEqualTo(NodeStatus.CORDONED);
    }

    @Test
    void atLeastHalfOfTheNodesStayReadyWhateverIsWarned() {
        builder.nodes(10);
        for (int i = 1; i <= 10; i++) {
            warned.add("node-" + i);
        }
        Run run = new Run();
        run.seconds(5);
        assertThat(run.cluster.snapshot().nodes())
                .filteredOn(node -> node.status() == NodeStatus.READY)
                .hasSize(5);
    }

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
    void afterThreeFailedMigrationsTheWorkloadIsLeftToAnOperator() {
        builder.nodes(9);
        workload("orders", "node-1", Criticality.HIGH, 0);
        critical.add("node-1");
        Run run = new Run();
        Set<String> crashed = new LinkedHashSet<>();
        run.cluster.advance(Duration.ofSeconds(60), now -> {
            run.tick(now);
            started.stream().map(MigrationOrder::to).filter(crashed::add).forEach(run.cluster::crash);
        });
        assertThat(started).hasSize(3).extracting(MigrationOrder::to).doesNotHaveDuplicates();
        assertThat(phases)
                .filteredOn(phase -> phase == MigrationPhase.ROLLED_BACK)
                .hasSize(3);
        assertThat(queued).anyMatch(text -> text.startsWith("orders: rests after a failed migration"));
        assertThat(queued.get(queued.size() - 1)).startsWith("orders: given up after 3 failed migrations, the last");
    }

    @Test
    void noWorkloadGoesInCirclesHoweverTheAlarmsFlap() {
        for (int seed = 0; seed < 300; seed++) {
            noCircle(seed);
        }
    }

    @Test
    void anAlertThatNobodyElseConfirmsMovesNothingYet() {
        builder.nodes(3);
        workload("orders", "node-1", Criticality.HIGH, 0);
        critical.add("node-1");
        confirmation = new Confirmation(false, "one signal alone: cpu throttled");
        Run run = new Run();
        run.seconds(5);
        assertThat(started).isEmpty();
        assertThat(queued).containsExactly("orders: one signal alone: cpu throttled");
        confirmation = new Confirmation(true, "two signals agree");
        run.seconds(0.1);
        assertThat(started).hasSize(1);
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

    private void noCircle(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ReallocatorTests fresh = new ReallocatorTests();
        fresh.builder.seed(seed).nodes(4);
        for (int i = 1; i <= 4; i++) {
            fresh.workload("orders-" + i, "node-" + i, Criticality.HIGH, 0);
        }
        Run run = fresh.new Run();
        run.cluster.advance(Duration.ofSeconds(55), now -> {
            if (random.nextInt(10) == 0) {
                fresh.critical.clear();
                fresh.critical.add("node-" + (1 + random.nextInt(4)));
            }
            run.tick(now);
        });
        assertThat(fresh.started).as("seed %d", seed).isNotEmpty();
        for (MigrationOrder order : fresh.started) {
            // The whole run is shorter than the cool-down: nobody may ever come back.
            assertThat(fresh.started)
                    .as("seed %d", seed)
                    .noneMatch(other -> other.workload().equals(order.workload())
                            && other.to().equals(order.from())
                            && fresh.started.indexOf(other) > fresh.started.indexOf(order));
        }
    }
}
