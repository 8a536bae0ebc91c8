package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.alert.CostModel;
import io.lifeboat.engine.alert.DynamicThresholds;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.prediction.Interval;
import io.lifeboat.engine.prediction.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgedNodesTests {

    private final DynamicThresholds costs = new DynamicThresholds(CostModel.defaults(), Duration.ofSeconds(10));
    private final NodeThresholds thresholds = new NodeThresholds(costs);
    private final JudgedNodes nodes = new JudgedNodes(thresholds);

    private static Prediction of(String node, Component component) {
        return new Prediction(
                node,
                component,
                Instant.EPOCH,
                Duration.ofSeconds(10),
                0,
                Interval.UNKNOWN,
                100,
                List.of(),
                List.of(),
                Guarantee.NONE,
                false);
    }

    /** One text a node: its name, how many predictions, and whether they are new. */
    private List<String> round(Prediction... predictions) {
        List<String> seen = new ArrayList<>();
        nodes.round(
                List.of(predictions),
                (node, changed) -> seen.add(node.node + " " + node.predictions.size() + (changed ? " new" : "")));
        return seen;
    }

    @Test
    void onlyANodeWithAnotherPredictionIsNew() {
        Prediction cpu = of("a", Component.CPU);
        Prediction disk = of("a", Component.DISK);
        Prediction other = of("b", Component.CPU);

        assertThat(round(cpu, disk, other)).containsExactly("a 2 new", "b 1 new");
        assertThat(round(cpu, disk, other)).containsExactly("a 2", "b 1");
        assertThat(round(cpu, of("a", Component.DISK), other)).containsExactly("a 2 new", "b 1");
    }

    @Test
    void nodesMayComeAndGoAndChangePlaces() {
        Prediction a = of("a", Component.CPU);
        Prediction b = of("b", Component.CPU);
        Prediction c = of("c", Component.CPU);
        round(a, b, c);

        assertThat(round(b, c)).containsExactly("b 1 new", "c 1 new");
        assertThat(round(b, c, a)).containsExactly("b 1", "c 1", "a 1 new");
        assertThat(round(b, of("b", Component.DISK), c)).containsExactly("b 2 new", "c 1");
    }

    @Test
    void otherThresholdsEndTheRestOfANode() {
        Prediction a = of("a", Component.CPU);
        nodes.round(List.of(a), (node, changed) -> node.rests = true);
        List<Boolean> rests = new ArrayList<>();
        nodes.round(List.of(a), (node, changed) -> rests.add(node.rests));

        thresholds.update(List.of(EngineRun.workload("orders", "a", Criticality.LOW)));
        nodes.round(List.of(a), (node, changed) -> rests.add(node.rests));

        assertThat(rests).containsExactly(true, false);
        assertThat(thresholds.of("a")).isNotEqualTo(costs.ofEmptyNode());
    }

    @Test
    void whatIsLearnedOfCostsChangesTheThresholdsOfNodes() {
        thresholds.update(List.of(EngineRun.workload("orders", "a", Criticality.HIGH)));
        int version = thresholds.version();
        thresholds.update(List.of(EngineRun.workload("orders", "a", Criticality.HIGH)));
        assertThat(thresholds.version()).isEqualTo(version);

        costs.learn(Duration.ofSeconds(20), Duration.ofSeconds(1));
        thresholds.update(List.of(EngineRun.workload("orders", "a", Criticality.HIGH)));

        assertThat(thresholds.version()).isNotEqualTo(version);
    }
}
