package io.lifeboat.engine.migration;

import java.util.Collection;
import java.util.Optional;

/**
 * Keeps the engine from emptying the cluster: when more nodes are lost or critical at once than the share allows, it is
 * one incident with one cause, and moving makes it worse.
 */
record Brake(double maxEvacuatedShare) {

    /** How many nodes may be lost, critical or cordoned at once. */
    int allowed(int nodes) {
        return (int) (nodes * maxEvacuatedShare);
    }

    Optional<Hold> check(Collection<NodeCondition> conditions) {
        long affected = conditions.stream()
                .filter(condition -> condition.isLost() || condition.critical())
                .count();
        int allowed = allowed(conditions.size());
        return affected <= allowed
                ? Optional.empty()
                : Optional.of(new Hold(
                        "incident",
                        "incident: %d of %d nodes are lost or critical at once, at most %d may be; nothing is moved"
                                .formatted(affected, conditions.size(), allowed)));
    }
}
