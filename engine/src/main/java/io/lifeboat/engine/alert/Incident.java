package io.lifeboat.engine.alert;

import java.util.List;

/**
 * Troubles of several nodes at once that have one cause.
 *
 * @param id unique per engine, e.g. {@code incident-1}
 * @param cause in words, e.g. {@code rack r12: 3 of 8 nodes are in trouble}
 * @param members ids of the nodes in trouble
 */
public record Incident(String id, String cause, List<String> members) {

    public Incident {
        members = List.copyOf(members);
    }
}
