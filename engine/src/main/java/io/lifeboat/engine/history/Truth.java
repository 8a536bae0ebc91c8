package io.lifeboat.engine.history;

import io.lifeboat.engine.cluster.Component;
import java.time.Instant;
import java.util.Optional;

/**
 * What really happened to one component of one node; written after the fact. A label, never an input: features that saw it
 * would make every figure of accuracy worthless.
 *
 * @param node id of the node
 * @param component the part that degraded
 * @param cause what it failed of, such as {@code CPU_THROTTLE}
 * @param onset when degradation began; the moment of the failure itself if nobody knows better
 * @param failedAt when it failed: it crashed, or was at its worst; empty if it did not
 * @param censoredAt when an action of ours (migration, repair, undoing the fault) ended observation before it could fail;
 *     neither a failure nor a success
 */
public record Truth(
        String node,
        Component component,
        String cause,
        Instant onset,
        Optional<Instant> failedAt,
        Optional<Instant> censoredAt) {

    public Truth {
        if (node.isBlank()) {
            throw new IllegalArgumentException("The node (\"%s\") of a truth must not be blank.".formatted(node));
        }
        requireAfter(node, onset, "failedAt", failedAt);
        requireAfter(node, onset, "censoredAt", censoredAt);
    }

    private static void requireAfter(String node, Instant onset, String name, Optional<Instant> end) {
        if (end.filter(at -> at.isBefore(onset)).isPresent()) {
            throw new IllegalArgumentException(
                    "%s (%s) of node \"%s\" must not be before the onset (%s). Maybe they come from different clocks."
                            .formatted(name, end.orElseThrow(), node, onset));
        }
    }
}
