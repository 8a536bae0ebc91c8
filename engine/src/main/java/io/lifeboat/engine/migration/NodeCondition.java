package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.NodeStatus;
import java.time.Duration;

/**
 * What the engine holds of a node at one moment.
 *
 * @param node as the platform sees it
 * @param warned whether it has an open alert of tier warning or above
 * @param critical whether it has an open alert of tier critical
 * @param risk highest failure probability of its open critical alerts, 0 to 1
 * @param health lowest health of its components, 0 to 100
 * @param fresh whether its telemetry is up to date
 * @param silence how long nothing has been heard of it
 */
public record NodeCondition(
        Node node, boolean warned, boolean critical, double risk, double health, boolean fresh, Duration silence) {

    boolean isLost() {
        return node.status() == NodeStatus.DOWN || node.status() == NodeStatus.UNREACHABLE;
    }
}
