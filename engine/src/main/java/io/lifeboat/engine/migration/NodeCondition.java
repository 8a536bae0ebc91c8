package io.lifeboat.engine.migration;

import io.lifeboat.engine.alert.Confirmation;
import io.lifeboat.engine.alert.Incident;
import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * What the engine holds of a node at one moment.
 *
 * @param node as the platform sees it
 * @param warned whether it has an open alert of tier warning or above
 * @param critical whether it has an open alert of tier critical
 * @param risk highest failure probability of its open critical alerts, 0 to 1
 * @param health lowest health of its components, 0 to 100
 * @param fresh whether its telemetry is up to date
 * @param heard when it was last heard of
 * @param confirmation whether its critical alerts may lead to a move, and why
 * @param incident what it has in common with other nodes in trouble, if it has
 */
public record NodeCondition(
        Node node,
        boolean warned,
        boolean critical,
        double risk,
        double health,
        boolean fresh,
        Instant heard,
        Confirmation confirmation,
        Optional<Incident> incident) {

    /** Whether both have the same incident. */
    boolean sharesIncidentWith(NodeCondition other) {
        return incident.isPresent()
                && other.incident
                        .filter(its -> its.id().equals(incident.get().id()))
                        .isPresent();
    }

    boolean isLost() {
        return node.status() == NodeStatus.DOWN || node.status() == NodeStatus.UNREACHABLE;
    }
}
