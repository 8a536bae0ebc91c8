package io.lifeboat.engine.migration;

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

/** A simulated cluster whose nodes are warned of as the test says, and what the reallocator makes of it. */
class WarnedCluster {

    private static final double THRESHOLD = 0.3;

    final SimulatedClusterBuilder builder = SimulatedCluster.builder();
    final List<MigrationOrder> started = new ArrayList<>();
    final List<String> queued = new ArrayList<>();
    final List<MigrationPhase> phases = new ArrayList<>();
    final Set<String> critical = new LinkedHashSet<>();
    final Set<String> warned = new LinkedHashSet<>();
    final Map<String, Incident> incidents = new LinkedHashMap<>();
    Confirmation confirmation = new Confirmation(true, "two signals agree");

    void workload(String id, String node, Criticality criticality, int priority) {
        builder.workload(new Workload(
                id, id, criticality, priority, Duration.ofSeconds(5), new Resources(0.5, 1 << 20), node, 0));
    }

    final class Run {
        final SimulatedCluster cluster = builder.build();
        final Reallocator reallocator = new Reallocator(cluster, MigrationSettings.defaults(), new MigrationEvents() {
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

        void tick(Instant now) {
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
}
