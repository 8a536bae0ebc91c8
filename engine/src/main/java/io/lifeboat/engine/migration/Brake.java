package io.lifeboat.engine.migration;

import io.lifeboat.engine.alert.Incident;
import java.util.Collection;
import java.util.Optional;

/**
 * Keeps the engine from emptying the cluster: when more nodes are lost or critical at once than the share allows, or in trouble for
 * one cause, it is one incident, and moving makes it worse.
 */
record Brake(double maxEvacuatedShare) {

    /** How many nodes may be lost, critical or cordoned at once. */
    int allowed(int nodes) {
        return (int) (nodes * maxEvacuatedShare);
    }

    Optional<Hold> check(Collection<NodeCondition> conditions) {
        int allowed = allowed(conditions.size());
        int affected = 0;
        Incident large = null;
        for (NodeCondition condition : conditions) {
            affected += condition.isLost() || condition.critical() ? 1 : 0;
            Incident incident = condition.incident().orElse(null);
            large = incident != null && incident.members().size() > allowed ? incident : large;
        }
        if (affected > allowed) {
            return hold("%d of %d nodes are lost or critical at once, at most %d may be"
                    .formatted(affected, conditions.size(), allowed));
        }
        return large == null ? Optional.empty() : hold("%s (%s)".formatted(large.cause(), large.id()));
    }

    private static Optional<Hold> hold(String why) {
        return Optional.of(new Hold("incident", "incident: " + why + "; nothing is moved"));
    }
}
