package io.lifeboat.engine.alert;

import io.lifeboat.engine.cluster.Node;
import java.util.Map;

/**
 * What several nodes may have in common.
 *
 * @param kind of failure domain, e.g. rack; empty for the whole cluster
 * @param name of the domain; empty for the whole cluster
 * @param silent whether it is about silence, not alerts
 */
record Suspect(String kind, String name, boolean silent) {

    /** What all nodes have in common: the collector of their telemetry, and the clock. */
    static Suspect everything(boolean silent) {
        return new Suspect("", "", silent);
    }

    boolean isEverything() {
        return kind.isEmpty();
    }

    boolean explains(Symptom symptom) {
        return (symptom == Symptom.SILENT) == silent && (!isEverything() || symptom != Symptom.WARNED);
    }

    boolean holds(Node node) {
        return holds(node.domains());
    }

    private boolean holds(Map<String, String> domains) {
        return isEverything() || name.equals(domains.get(kind));
    }

    String describe(int affected, int nodes) {
        String who = isEverything() ? "" : kind + " " + name + ": ";
        String what = "%d of %d nodes %s at once"
                .formatted(affected, nodes, silent ? "fell silent" : isEverything() ? "fail" : "are in trouble");
        return who + what + (isEverything() || silent ? "; the collector or the clock is suspected" : "");
    }
}
