package io.lifeboat.engine;

import io.lifeboat.engine.alert.Confirmation;
import io.lifeboat.engine.alert.Incidents;
import io.lifeboat.engine.alert.Symptom;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.migration.NodeCondition;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the engine knows of each node beside its alerts: status, last sign of life, health. What follows from it is found again only
 * for nodes of which something has changed; the others are walked past.
 */
final class Nodes {

    private static final class State {
        private final String id;
        private @Nullable Node node;
        private NodeStatus status = NodeStatus.READY;
        private @Nullable Instant lastFrame;
        private long lastFrameNanos = NEVER;
        private @Nullable Instant firstSeen;
        private double health = 100;
        private boolean alerted;

        /** Whether its condition has to be found again. */
        private boolean changed = true;

        private boolean fresh;

        private State(String id) {
            this.id = id;
        }
    }

    private static final long NEVER = Long.MIN_VALUE;

    private final Duration staleAfter;
    private final Consumer<EngineEvent> events;

    /** Only looked up by id, never walked through: its order does not matter. */
    private final Map<String, State> states = new HashMap<>();

    /** Those of the last snapshot, in its order. */
    private List<State> inOrder = List.of();

    private List<Node> snapshot = List.of();

    /** By id, in the order of the snapshot. */
    private Map<String, NodeCondition> conditions = new LinkedHashMap<>();

    private final List<State> alerted = new ArrayList<>();
    private long incidentChanges;

    Nodes(Duration staleAfter, Consumer<EngineEvent> events) {
        this.staleAfter = staleAfter;
        this.events = events;
    }

    /** A sign of life is never later than now, whatever its date: silence counts from here. */
    void heard(Instant now, TelemetryFrame frame) {
        State state = state(frame.node());
        Instant at = frame.at().isAfter(now) ? now : frame.at();
        if (state.lastFrame == null || at.isAfter(state.lastFrame)) {
            state.lastFrame = at;
            state.lastFrameNanos = EpochNanos.of(at);
            state.changed = true;
        }
    }

    /** Takes in what the platform says of each node. The same list as before holds nothing new. */
    void seen(Instant now, ClusterSnapshot next) {
        if (next.nodes() == snapshot) {
            return;
        }
        snapshot = next.nodes();
        List<State> seen = new ArrayList<>(snapshot.size());
        boolean reordered = snapshot.size() != inOrder.size();
        for (Node node : snapshot) {
            State before = seen.size() < inOrder.size() ? inOrder.get(seen.size()) : null;
            State state = before != null && before.id.equals(node.id()) ? before : state(node.id());
            reordered |= state != before;
            seen.add(state);
            seen(now, state, node);
        }
        inOrder = seen;
        if (reordered) {
            conditions = new LinkedHashMap<>();
            seen.forEach(state -> state.changed = true);
        }
    }

    private void seen(Instant now, State state, Node node) {
        if (state.node != node) {
            state.node = node;
            state.changed = true;
        }
        if (state.firstSeen == null) {
            state.firstSeen = now;
            state.status = node.status();
        } else if (state.status != node.status()) {
            NodeStatus before = state.status;
            state.status = node.status();
            events.accept(new EngineEvent.NodeStatusChanged(now, node.id(), before, node.status()));
        }
    }

    /** These have left for good; should one come back, it is a new one. */
    void forget(List<String> nodes) {
        nodes.forEach(states::remove);
    }

    /** Takes in predictions that are not those of the last round. */
    void predicted(String node, List<Prediction> predictions) {
        double health = 100;
        for (Prediction prediction : predictions) {
            health = Math.min(health, prediction.abstained() ? 100 : prediction.health());
        }
        State state = state(node);
        state.changed |= state.health != health;
        state.health = health;
    }

    /** Takes in which nodes have an open alert now. */
    void alerted(AlertBoard alerts) {
        alerted.forEach(state -> {
            state.alerted = false;
            state.changed = true;
        });
        alerted.clear();
        for (String node : alerts.open()) {
            State state = state(node);
            state.alerted = true;
            state.changed = true;
            alerted.add(state);
        }
    }

    /** The nodes in trouble, in the order of the snapshot. Silence counts once it is too long for a hiccup. */
    Map<String, Symptom> symptoms(Instant now, AlertBoard alerts, Duration hiccup) {
        Map<String, Symptom> symptoms = new LinkedHashMap<>();
        Duration patience = staleAfter.compareTo(hiccup) > 0 ? staleAfter : hiccup;
        long since = EpochNanos.of(now) - patience.toNanos();
        for (State state : inOrder) {
            boolean silent = state.lastFrameNanos != NEVER && state.lastFrameNanos < since;
            if (state.status == NodeStatus.DOWN
                    || state.status == NodeStatus.UNREACHABLE
                    || state.alerted && alerts.isAtLeast(state.id, AlertTier.CRITICAL)) {
                symptoms.put(state.id, Symptom.FAILING);
            } else if (silent) {
                symptoms.put(state.id, Symptom.SILENT);
            } else if (state.alerted && alerts.isAtLeast(state.id, AlertTier.WARNING)) {
                symptoms.put(state.id, Symptom.WARNED);
            }
        }
        return symptoms;
    }

    /** How long nothing has been heard of the node. */
    Duration silence(Instant now, String node) {
        State state = state(node);
        return Duration.between(heard(state, now), now);
    }

    /** By id, in the order of the snapshot. Holds until the next call. */
    Map<String, NodeCondition> conditions(Instant now, AlertBoard alerts, Incidents incidents) {
        long since = EpochNanos.of(now) - staleAfter.toNanos();
        boolean all = incidents.changes() != incidentChanges;
        incidentChanges = incidents.changes();
        for (State state : inOrder) {
            boolean fresh = state.lastFrameNanos != NEVER && state.lastFrameNanos >= since;
            if (all || state.changed || state.fresh != fresh) {
                state.changed = false;
                state.fresh = fresh;
                conditions.put(state.id, condition(now, state, alerts, incidents));
            }
        }
        return conditions;
    }

    private static NodeCondition condition(Instant now, State state, AlertBoard alerts, Incidents incidents) {
        Node node = Objects.requireNonNull(state.node);
        boolean warned = alerts.isAtLeast(state.id, AlertTier.WARNING);
        double risk = warned ? alerts.criticalPeak(state.id) : 0;
        return new NodeCondition(
                node,
                warned,
                risk > 0,
                risk,
                state.health,
                state.fresh,
                heard(state, now),
                risk > 0 ? alerts.confirmation(state.id) : Confirmation.NONE,
                incidents.of(node));
    }

    private static Instant heard(State state, Instant now) {
        Instant last = state.lastFrame != null ? state.lastFrame : state.firstSeen;
        return last == null ? now : last;
    }

    private State state(String node) {
        return states.computeIfAbsent(node, State::new);
    }
}
