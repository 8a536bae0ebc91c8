package io.lifeboat.engine;

import io.lifeboat.engine.alert.Confirmation;
import io.lifeboat.engine.alert.Incidents;
import io.lifeboat.engine.alert.Symptom;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.migration.NodeCondition;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the engine knows of each node beside its alerts: status, last sign of life, health. */
final class Nodes {

    private static final class State {
        private NodeStatus status = NodeStatus.READY;
        private @Nullable Instant lastFrame;
        private @Nullable Instant firstSeen;
        private double health = 100;
    }

    private final Duration staleAfter;
    private final Consumer<EngineEvent> events;

    /** Only looked up by id, never walked through: its order does not matter. */
    private final Map<String, State> states = new HashMap<>();

    Nodes(Duration staleAfter, Consumer<EngineEvent> events) {
        this.staleAfter = staleAfter;
        this.events = events;
    }

    void heard(TelemetryFrame frame) {
        State state = state(frame.node());
        if (state.lastFrame == null || frame.at().isAfter(state.lastFrame)) {
            state.lastFrame = frame.at();
        }
    }

    void seen(Instant now, ClusterSnapshot snapshot) {
        for (Node node : snapshot.nodes()) {
            State state = state(node.id());
            if (state.firstSeen == null) {
                state.firstSeen = now;
                state.status = node.status();
            } else if (state.status != node.status()) {
                NodeStatus before = state.status;
                state.status = node.status();
                events.accept(new EngineEvent.NodeStatusChanged(now, node.id(), before, node.status()));
            }
        }
    }

    void predicted(String node, List<Prediction> predictions) {
        double health = 100;
        for (Prediction prediction : predictions) {
            health = Math.min(health, prediction.abstained() ? 100 : prediction.health());
        }
        state(node).health = health;
    }

    /** The nodes in trouble, in the order of the snapshot. Silence counts once it is too long for a hiccup. */
    Map<String, Symptom> symptoms(Instant now, ClusterSnapshot snapshot, AlertBoard alerts, Duration hiccup) {
        Map<String, Symptom> symptoms = new LinkedHashMap<>();
        Duration patience = staleAfter.compareTo(hiccup) > 0 ? staleAfter : hiccup;
        for (Node node : snapshot.nodes()) {
            State state = state(node.id());
            boolean silent = state.lastFrame != null && silence(now, state).compareTo(patience) > 0;
            if (node.status() == NodeStatus.DOWN
                    || node.status() == NodeStatus.UNREACHABLE
                    || alerts.isAtLeast(node.id(), AlertTier.CRITICAL)) {
                symptoms.put(node.id(), Symptom.FAILING);
            } else if (silent) {
                symptoms.put(node.id(), Symptom.SILENT);
            } else if (alerts.isAtLeast(node.id(), AlertTier.WARNING)) {
                symptoms.put(node.id(), Symptom.WARNED);
            }
        }
        return symptoms;
    }

    /** How long nothing has been heard of the node. */
    Duration silence(Instant now, String node) {
        return silence(now, state(node));
    }

    Map<String, NodeCondition> conditions(
            Instant now, ClusterSnapshot snapshot, AlertBoard alerts, Incidents incidents) {
        Map<String, NodeCondition> conditions = new LinkedHashMap<>();
        for (Node node : snapshot.nodes()) {
            State state = state(node.id());
            boolean warned = alerts.isAtLeast(node.id(), AlertTier.WARNING);
            double risk = warned ? alerts.criticalPeak(node.id()) : 0;
            Duration silence = silence(now, state);
            boolean fresh = state.lastFrame != null && silence.compareTo(staleAfter) <= 0;
            conditions.put(
                    node.id(),
                    new NodeCondition(
                            node,
                            warned,
                            risk > 0,
                            risk,
                            state.health,
                            fresh,
                            silence,
                            risk > 0 ? alerts.confirmation(node.id()) : Confirmation.NONE,
                            incidents.of(node)));
        }
        return conditions;
    }

    private static Duration silence(Instant now, State state) {
        Instant last = state.lastFrame != null ? state.lastFrame : state.firstSeen;
        return last == null ? Duration.ZERO : Duration.between(last, now);
    }

    private State state(String node) {
        return states.computeIfAbsent(node, id -> new State());
    }
}
