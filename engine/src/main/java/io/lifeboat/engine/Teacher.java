package io.lifeboat.engine;

import io.lifeboat.engine.alert.Incidents;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.prediction.AdaptingPredictor;
import io.lifeboat.engine.prediction.ModelChange;
import io.lifeboat.engine.prediction.Prediction;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells an adapting predictor what became of its predictions. A lost node failed of the component with the highest open alert, and
 * without one of the component last given the highest probability; the other components were not observed to their end, nor is
 * anything that failed of no known part or together with others in one incident. A node that is cordoned, or that work is moved off, is
 * out of observation until it is ready and without warning again.
 */
final class Teacher {

    private enum State {
        OBSERVED,
        HANDLED,
        LOST
    }

    private static final Component[] COMPONENTS = Component.values();

    private final AdaptingPredictor pupil;

    /** Only looked up by node, never walked through. */
    private final Map<String, State> states = new HashMap<>();

    /** By node, one a component. */
    private final Map<String, double[]> claims = new HashMap<>();

    Teacher(AdaptingPredictor pupil) {
        this.pupil = pupil;
    }

    /** Remembers the last claims: once a node is lost there are no new ones. */
    void predicted(String node, List<Prediction> predictions) {
        double[] ofNode = claims.computeIfAbsent(node, id -> new double[COMPONENTS.length]);
        for (Prediction prediction : predictions) {
            if (!prediction.abstained()) {
                ofNode[prediction.component().ordinal()] = prediction.probability();
            }
        }
    }

    void moving(Instant now, MigrationOrder order) {
        if (order.kind() == MigrationOrder.Kind.PLANNED && states.get(order.from()) != State.LOST) {
            enter(now, order.from(), State.HANDLED);
        }
    }

    /** The platform names the node no more: what would have become of it nobody can know. */
    void left(Instant now, String node) {
        enter(now, node, State.HANDLED);
    }

    /** These have left for good. */
    void forget(List<String> nodes) {
        nodes.forEach(node -> {
            states.remove(node);
            claims.remove(node);
        });
    }

    List<ModelChange> teach(
            Instant now, ClusterSnapshot snapshot, Nodes nodes, AlertBoard alerts, Incidents incidents) {
        for (Node node : snapshot.nodes()) {
            State before = states.getOrDefault(node.id(), State.OBSERVED);
            if (node.status() == NodeStatus.DOWN || node.status() == NodeStatus.UNREACHABLE) {
                if (before != State.LOST) {
                    states.put(node.id(), State.LOST);
                    lost(now.minus(nodes.silence(now, node.id())), node, alerts, incidents);
                }
            } else if (node.status() == NodeStatus.CORDONED) {
                enter(now, node.id(), State.HANDLED);
            } else if (before == State.LOST
                    || before == State.HANDLED && !alerts.isAtLeast(node.id(), AlertTier.WARNING)) {
                states.put(node.id(), State.OBSERVED);
                pupil.restored(node.id(), now);
            }
        }
        return pupil.adapt(now);
    }

    private void enter(Instant now, String node, State state) {
        if (states.put(node, state) != state) {
            pupil.censored(node, now);
        }
    }

    private void lost(Instant at, Node node, AlertBoard alerts, Incidents incidents) {
        Optional<Component> cause = incidents.of(node).isPresent() ? Optional.empty() : cause(node.id(), alerts);
        cause.ifPresentOrElse(component -> pupil.failed(node.id(), component, at), () -> pupil.censored(node.id(), at));
    }

    private Optional<Component> cause(String node, AlertBoard alerts) {
        Optional<Component> loudest = alerts.loudest(node);
        if (loudest.isPresent()) {
            return loudest;
        }
        double[] ofNode = claims.getOrDefault(node, new double[COMPONENTS.length]);
        return Arrays.stream(COMPONENTS)
                .filter(component -> ofNode[component.ordinal()] > 0)
                .max(Comparator.comparingDouble(component -> ofNode[component.ordinal()]));
    }
}
