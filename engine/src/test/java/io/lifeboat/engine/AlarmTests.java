package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.EngineEvent.AlertRaised;
import io.lifeboat.engine.EngineEvent.IncidentClosed;
import io.lifeboat.engine.EngineEvent.IncidentOpened;
import io.lifeboat.engine.EngineEvent.MigrationStarted;
import io.lifeboat.engine.EngineEvent.Queued;
import io.lifeboat.engine.alert.CostModel;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.simulation.Impairment;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.simulation.SimulatedClusterBuilder;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From many samples of many nodes to one alarm, and to few moves. */
class AlarmTests {

    private final List<EngineEvent> events = new ArrayList<>();
    private final ScriptedPredictor script = new ScriptedPredictor();

    private Engine.Builder engine(SimulatedCluster cluster) {
        return Engine.builder()
                .operator(cluster)
                .telemetry(cluster)
                .predictor(script)
                .listener(event -> {
                    if (!(event instanceof EngineEvent.Predicted)) {
                        events.add(event);
                    }
                });
    }

    private <T extends EngineEvent> Stream<T> all(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    private static SimulatedClusterBuilder oneWorkloadANode(int nodes, long seed) {
        SimulatedClusterBuilder builder = SimulatedCluster.builder().seed(seed).nodes(nodes);
        for (int i = 1; i <= nodes; i++) {
            builder.workload(EngineRun.workload("orders-" + i, "node-" + i, Criticality.HIGH));
        }
        return builder;
    }

    /** A collector that loses what some of the nodes report; the platform knows nothing of it. */
    private static TelemetrySource without(SimulatedCluster cluster, Set<String> lost) {
        return () -> cluster.poll().stream()
                .filter(frame -> !lost.contains(frame.node()))
                .toList();
    }

    @Test
    void aTelemetryBlackOutOfThirtyPercentOfTheFleetMovesNothingAndIsToldOnce() {
        SimulatedCluster cluster = oneWorkloadANode(100, 3).build();
        Set<String> lost = new LinkedHashSet<>();
        Engine engine = engine(cluster)
                .predictor(new TrendPredictor())
                .telemetry(without(cluster, lost))
                .build();
        cluster.advance(Duration.ofSeconds(10), engine::tick);
        for (int i = 1; i <= 30; i++) {
            lost.add("node-" + 3 * i);
        }
        cluster.advance(Duration.ofSeconds(40), engine::tick);
        lost.clear();
        cluster.advance(Duration.ofSeconds(10), engine::tick);
        assertThat(all(MigrationStarted.class)).isEmpty();
        assertThat(all(AlertRaised.class)).isEmpty();
        assertThat(all(IncidentOpened.class)).singleElement().satisfies(incident -> {
            assertThat(incident.cause()).startsWith("30 of 100 nodes fell silent at once; the collector");
            assertThat(incident.nodes()).hasSize(30);
        });
        assertThat(all(IncidentClosed.class)).hasSize(1);
    }

    @Test
    void aNodeThatFailsBesideABlackOutIsStillEmptied() {
        SimulatedCluster cluster = oneWorkloadANode(20, 3).build();
        Set<String> lost = new LinkedHashSet<>();
        Engine engine = engine(cluster)
                .predictor(new TrendPredictor())
                .telemetry(without(cluster, lost))
                .build();
        cluster.advance(Duration.ofSeconds(8), engine::tick);
        lost.addAll(List.of("node-2", "node-3", "node-4", "node-5", "node-6", "node-7"));
        cluster.advance(Duration.ofSeconds(4), engine::tick);
        cluster.degrade("node-1", Impairment.MEMORY_ERRORS, 0.9);
        cluster.advance(Duration.ofSeconds(5), engine::tick);
        assertThat(all(MigrationStarted.class)).singleElement().satisfies(started -> {
            assertThat(started.order().from()).isEqualTo("node-1");
            assertThat(lost).doesNotContain(started.order().to());
        });
    }

    @Test
    void alarmsOfARackAreOneIncidentAndItsWorkLeavesTheRack() {
        SimulatedClusterBuilder builder = oneWorkloadANode(10, 1);
        for (int i = 1; i <= 10; i++) {
            builder.domains("node-" + i, Map.of("rack", i <= 4 ? "r1" : "r2"));
        }
        SimulatedCluster cluster = builder.build();
        Engine engine = engine(cluster).build();
        cluster.advance(Duration.ofSeconds(2), engine::tick);
        script.expect("node-1", 0.9);
        script.expect("node-2", 0.9);
        cluster.advance(Duration.ofSeconds(5), engine::tick);
        assertThat(all(IncidentOpened.class))
                .extracting(IncidentOpened::cause)
                .containsExactly("rack r1: 2 of 4 nodes are in trouble at once");
        assertThat(all(MigrationStarted.class))
                .extracting(started -> started.order().to())
                .hasSize(2)
                .doesNotContain("node-1", "node-2", "node-3", "node-4");
    }

    @Test
    void alarmsOfMostOfTheFleetAreToldOnceAndMoveNothing() {
        SimulatedCluster cluster = oneWorkloadANode(10, 1).build();
        Engine engine = engine(cluster).build();
        cluster.advance(Duration.ofSeconds(2), engine::tick);
        for (int i = 1; i <= 6; i++) {
            script.expect("node-" + i, 0.9);
        }
        cluster.advance(Duration.ofSeconds(20), engine::tick);
        assertThat(all(MigrationStarted.class)).isEmpty();
        assertThat(all(IncidentOpened.class))
                .extracting(IncidentOpened::cause)
                .containsExactly("6 of 10 nodes fail at once; the collector or the clock is suspected");
        assertThat(all(Queued.class))
                .hasSize(6)
                .allMatch(queued -> queued.reason().startsWith("incident: 6 of 10"));
    }

    @Test
    void oneSignalAloneMovesWorkOnlyAfterItHasLasted() {
        SimulatedCluster cluster = oneWorkloadANode(3, 1).build();
        Engine engine = engine(cluster).build();
        cluster.advance(Duration.ofSeconds(2), engine::tick);
        script.expect("node-1", 0.9);
        cluster.advance(Duration.ofMillis(500), engine::tick);
        assertThat(all(AlertRaised.class)).extracting(AlertRaised::tier).containsExactly(AlertTier.CRITICAL);
        assertThat(all(MigrationStarted.class)).isEmpty();
        assertThat(all(Queued.class))
                .singleElement()
                .satisfies(queued -> assertThat(queued.reason()).contains("one signal alone: cpu throttled"));
        cluster.advance(Duration.ofMillis(100), engine::tick);
        assertThat(all(MigrationStarted.class))
                .singleElement()
                .satisfies(started -> assertThat(started.why()).contains("one signal alone: cpu throttled, for 0.5 s"));
    }

    @Test
    void aSteadyRiseOfOneSignalWaitsForNothing() {
        for (int seed = 0; seed < 20; seed++) {
            EngineRun run = EngineRun.threeNodes(seed, EngineConfig.defaults());
            run.seconds(8);
            run.rampToCrash("node-1", Impairment.CPU_THROTTLE);
            Instant critical = run.all(AlertRaised.class)
                    .filter(raised -> raised.tier() == AlertTier.CRITICAL)
                    .findFirst()
                    .orElseThrow()
                    .at();
            MigrationStarted started =
                    run.all(MigrationStarted.class).findFirst().orElseThrow();
            assertThat(started.at()).as("seed %d", seed).isEqualTo(critical);
            assertThat(started.why()).contains("one signal that rises steadily: throttled");
        }
    }

    @Test
    void anOutageUsesUpTheErrorBudgetOfItsWorkload() {
        SimulatedCluster cluster = oneWorkloadANode(4, 1).build();
        CostModel usual = CostModel.defaults();
        CostModel noFloors = new CostModel(
                usual.lowWeight(),
                usual.highWeight(),
                usual.outage(),
                usual.moveTime(),
                usual.pause(),
                usual.slotCost(),
                usual.preparationShare(),
                usual.urgency(),
                1e-3,
                1e-3,
                1e-3);
        Engine engine = engine(cluster)
                .config(EngineConfig.builder().costs(noFloors).build())
                .build();
        cluster.advance(Duration.ofSeconds(2), engine::tick);
        cluster.crash("node-1");
        cluster.advance(Duration.ofSeconds(20), engine::tick);
        // "orders-1" was down for a few of its 30 s; the node it is on now and its neighbour show the same.
        String now = cluster.snapshot().workloads().get(0).node();
        String neighbour = Stream.of("node-2", "node-3", "node-4")
                .filter(node -> !node.equals(now))
                .findFirst()
                .orElseThrow();
        assertThat(cluster.snapshot().workloads().get(0).id()).isEqualTo("orders-1");
        Map<String, Double> thresholds = new LinkedHashMap<>();
        script.expect(now, 0.99);
        script.expect(neighbour, 0.99);
        cluster.advance(Duration.ofMillis(300), engine::tick);
        all(AlertRaised.class).forEach(raised -> thresholds.put(raised.node(), raised.threshold()));
        assertThat(thresholds).hasSize(2);
        assertThat(thresholds.get(now)).isLessThan(thresholds.get(neighbour));
    }

    @Test
    void howeverTheAlarmsOfTenThousandTracesFlapNoWorkloadMovesOftenOrBack() {
        int nodes = 4;
        int moved = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            Map<String, List<MigrationOrder>> moves = flap(seed, nodes);
            moved += moves.size();
            for (List<MigrationOrder> ofWorkload : moves.values()) {
                // The run is as long as the cool-down: every node can be left once, the last one has nowhere to go.
                assertThat(ofWorkload).as("seed %d", seed).hasSizeLessThan(nodes);
                assertThat(ofWorkload)
                        .as("seed %d", seed)
                        .extracting(MigrationOrder::from)
                        .doesNotHaveDuplicates();
                Set<String> left = new LinkedHashSet<>();
                for (MigrationOrder order : ofWorkload) {
                    left.add(order.from());
                    assertThat(left).as("seed %d", seed).doesNotContain(order.to());
                }
            }
        }
        assertThat(moved).isGreaterThan(1000);
    }

    /** Every node flaps between well and dying, each with a rhythm of its own, for a minute in steps of a second. */
    private static Map<String, List<MigrationOrder>> flap(long seed, int nodes) {
        SplittableRandom random = new SplittableRandom(seed);
        SimulatedCluster cluster = SimulatedCluster.builder()
                .seed(seed)
                .nodes(nodes)
                .workload(EngineRun.workload("orders", "node-1", Criticality.HIGH))
                .build();
        ScriptedPredictor script = new ScriptedPredictor();
        Map<String, List<MigrationOrder>> moves = new LinkedHashMap<>();
        Instant[] at = {Instant.EPOCH};
        Engine engine = Engine.builder()
                .operator(cluster)
                .telemetry(() -> signsOfLife(nodes, at[0]))
                .predictor(script)
                .listener(event -> {
                    if (event instanceof MigrationStarted started) {
                        moves.computeIfAbsent(started.order().workload(), id -> new ArrayList<>())
                                .add(started.order());
                    }
                })
                .build();
        double[] calm = random.doubles(nodes, 0.05, 0.9).toArray();
        for (int step = 0; step < 60; step++) {
            for (int i = 0; i < nodes; i++) {
                if (random.nextInt(4) == 0) {
                    script.expect("node-" + (i + 1), random.nextDouble() < calm[i] ? 0 : random.nextDouble(0.3, 1));
                }
            }
            cluster.advance(Duration.ofSeconds(1), now -> at[0] = now);
            engine.tick(at[0]);
        }
        return moves;
    }

    private static List<TelemetryFrame> signsOfLife(int nodes, Instant at) {
        List<TelemetryFrame> frames = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            frames.add(new TelemetryFrame("node-" + i, at, Map.of()));
        }
        return frames;
    }
}
