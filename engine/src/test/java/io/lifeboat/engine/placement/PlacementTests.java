package io.lifeboat.engine.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementTests {

    private static final Workload ORDERS = new Workload(
            "orders",
            "orders",
            Criticality.MEDIUM,
            0,
            Duration.ofSeconds(5),
            new Resources(1, 1 << 20),
            "node-1",
            1000);
    private static final PlacementQuery QUERY = new PlacementQuery(ORDERS, Map.of(), Set.of(), Map.of());

    private static TargetView target(String id, NodeStatus status, double usedCpus, double health, int latencyMillis) {
        Node node = new Node(id, new Resources(4, 8 << 20), status, Duration.ofMillis(latencyMillis));
        return new TargetView(node, usedCpus, 0, false, true, health);
    }

    private static TargetView good(String id) {
        return target(id, NodeStatus.READY, 1, 100, 1);
    }

    private static String chosen(PlacementQuery query, TargetView... targets) {
        return Placement.choose(query, List.of(targets)) instanceof PlacementResult.Placed placed
                ? placed.target()
                : "none";
    }

    @Test
    void theSourceIsNeverATarget() {
        PlacementResult result = Placement.choose(QUERY, List.of(good("node-1")));
        assertThat(result).isInstanceOf(PlacementResult.Impossible.class);
        assertThat(result.explanation()).isEqualTo("there is no other node");
    }

    @Test
    void eachHardGoalRefusesWithItsReason() {
        Node ready = good("x").node();
        List<TargetView> targets = List.of(
                target("cordoned", NodeStatus.CORDONED, 0, 100, 1),
                target("full", NodeStatus.READY, 3.5, 100, 1),
                new TargetView(named("warned", ready), 0, 0, true, true, 100),
                new TargetView(named("silent", ready), 0, 0, false, false, 100),
                good("cooling"));
        PlacementQuery query = new PlacementQuery(ORDERS, Map.of(), Set.of(), Map.of("cooling", "it was there"));
        PlacementResult result = Placement.choose(query, targets);
        assertThat(result).isInstanceOf(PlacementResult.Impossible.class);
        assertThat(result.candidates())
                .extracting(Candidate::explanation)
                .containsExactly(
                        "cordoned: refused, it is CORDONED",
                        "full: refused, it has no room for Resources[cpus=1.0, memoryBytes=1048576]",
                        "warned: refused, it has an open alert itself",
                        "silent: refused, its telemetry is not up to date",
                        "cooling: refused, it was there");
    }

    private static Node named(String id, Node node) {
        return new Node(id, node.capacity(), node.status(), node.latency());
    }

    @Test
    void eachSoftGoalDecidesWhenAllElseIsEqual() {
        assertThat(chosen(QUERY, target("a", NodeStatus.READY, 1, 80, 1), good("b")))
                .isEqualTo("b");
        assertThat(chosen(QUERY, target("a", NodeStatus.READY, 2, 100, 1), good("b")))
                .isEqualTo("b");
        assertThat(chosen(QUERY, target("a", NodeStatus.READY, 1, 100, 20), good("b")))
                .isEqualTo("b");
        PlacementQuery spread = new PlacementQuery(ORDERS, Map.of("a", 1), Set.of(), Map.of());
        assertThat(chosen(spread, good("a"), good("b"))).isEqualTo("b");
        PlacementQuery data = new PlacementQuery(ORDERS, Map.of(), Set.of("b"), Map.of());
        assertThat(chosen(data, good("a"), good("b"))).isEqualTo("b");
    }

    @Test
    void tiesGoToTheLowerNodeIdInAnyOrder() {
        assertThat(chosen(QUERY, good("b"), good("a"), good("c"))).isEqualTo("a");
        assertThat(chosen(QUERY, good("c"), good("b"), good("a"))).isEqualTo("a");
    }

    @Test
    void theScoreIsExplainedGoalByGoal() {
        PlacementResult result = Placement.choose(QUERY, List.of(good("node-2")));
        assertThat(result.explanation())
                .isEqualTo("node-2: 77 = health 40 + free capacity 13 + spread 15 + latency 9 + data locality 0");
    }

    @Test
    void aLongListOfCandidatesIsCutShortAfterTheBest() {
        PlacementResult result = Placement.choose(
                QUERY,
                List.of(
                        target("down", NodeStatus.DOWN, 0, 100, 1),
                        good("a"),
                        good("b"),
                        good("c"),
                        good("d"),
                        good("e")));
        assertThat(result.explanation())
                .startsWith("a: 77")
                .endsWith("; and 1 more")
                .doesNotContain("down");
    }
}
