package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.alert.AlertSettings;
import io.lifeboat.engine.alert.Incident;
import io.lifeboat.engine.alert.IncidentSettings;
import io.lifeboat.engine.alert.Incidents;
import io.lifeboat.engine.alert.QuorumSettings;
import io.lifeboat.engine.alert.SignalFamily;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.migration.NodeCondition;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NodesTests {

    private final List<EngineEvent> events = new ArrayList<>();
    private final Nodes nodes = new Nodes(Duration.ofSeconds(1), events::add);
    private final AlertBoard alerts =
            new AlertBoard(AlertSettings.defaults(), QuorumSettings.defaults(), SignalFamily.defaults(), events::add);
    private final Incidents incidents = new Incidents(IncidentSettings.defaults(), 0.3, new Incidents.Listener() {
        @Override
        public void opened(Incident incident) {}

        @Override
        public void closed(Incident incident) {}
    });

    private static Instant at(double seconds) {
        return Instant.EPOCH.plusMillis((long) (1000 * seconds));
    }

    private static Node node(String id, NodeStatus status) {
        return new Node(id, new Resources(1, 1), status, Duration.ZERO);
    }

    private void heard(String node, double seconds) {
        nodes.heard(new TelemetryFrame(node, at(seconds), Map.of()));
    }

    private Map<String, NodeCondition> conditions(double seconds, Node... all) {
        nodes.seen(at(seconds), new ClusterSnapshot(List.of(all), List.of()));
        nodes.alerted(alerts);
        return Map.copyOf(nodes.conditions(at(seconds), alerts, incidents));
    }

    private static NodeCondition of(Map<String, NodeCondition> conditions, String node) {
        return Objects.requireNonNull(conditions.get(node), node);
    }

    @Test
    void aConditionStandsUntilSomethingOfTheNodeChanges() {
        Node a = node("a", NodeStatus.READY);
        Node b = node("b", NodeStatus.READY);
        heard("a", 0);
        heard("b", 0);
        Map<String, NodeCondition> first = conditions(0.1, a, b);
        heard("b", 0.2);
        Map<String, NodeCondition> second = conditions(0.3, a, b);

        assertThat(second.get("a")).isSameAs(first.get("a"));
        assertThat(of(second, "b").heard()).isEqualTo(at(0.2));
        assertThat(second)
                .allSatisfy((id, condition) -> assertThat(condition.fresh()).isTrue());
    }

    @Test
    void silenceIsNoticedWithoutAnythingBeingHeard() {
        Node a = node("a", NodeStatus.READY);
        heard("a", 0);

        assertThat(of(conditions(1, a), "a").fresh()).isTrue();
        assertThat(of(conditions(1.1, a), "a").fresh()).isFalse();
        assertThat(nodes.symptoms(at(1.5), alerts, Duration.ZERO)).containsOnlyKeys("a");
        heard("a", 2);
        assertThat(of(conditions(2, a), "a").fresh()).isTrue();
    }

    @Test
    void nodesThatComeGoOrChangeStatusAreSeen() {
        Node a = node("a", NodeStatus.READY);
        Node b = node("b", NodeStatus.READY);
        conditions(0, a, b);

        assertThat(conditions(1, a)).containsOnlyKeys("a");
        Map<String, NodeCondition> later = conditions(2, node("b", NodeStatus.DOWN), a);

        assertThat(of(later, "b").node().status()).isEqualTo(NodeStatus.DOWN);
        assertThat(events)
                .containsExactly(new EngineEvent.NodeStatusChanged(at(2), "b", NodeStatus.READY, NodeStatus.DOWN));
    }
}
