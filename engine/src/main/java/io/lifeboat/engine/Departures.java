package io.lifeboat.engine;

import io.lifeboat.engine.cluster.Node;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Nodes that the platform names no more. One that is missing for longer than a hiccup has left, and is not watched until it is named again,
 * whatever it goes on reporting; some time later, once no work is said to be on it, it is forgotten. One that was never named is not missing.
 */
final class Departures {

    /** A node that is only started again finds what is normal for it. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private static final class Missing {
        private final Instant since;
        private Instant heard;
        private boolean left;
        private boolean forgotten;

        private Missing(Instant since) {
            this.since = since;
            this.heard = since;
        }
    }

    private final Duration hiccup;

    /** In the order in which they went. */
    private final Map<String, Missing> missing = new LinkedHashMap<>();

    private List<Node> named = List.of();

    Departures(Duration hiccup) {
        this.hiccup = hiccup;
    }

    /** Takes in which nodes there are, and returns those that have left by now and had not before. */
    List<String> left(Instant now, List<Node> nodes) {
        if (!isSame(nodes)) {
            Set<String> ids = nodes.stream().map(Node::id).collect(Collectors.toCollection(HashSet::new));
            named.forEach(node -> {
                if (!ids.contains(node.id())) {
                    missing.put(node.id(), new Missing(now));
                }
            });
            missing.keySet().removeIf(ids::contains);
        }
        named = nodes;
        List<String> left = new ArrayList<>();
        missing.forEach((node, each) -> {
            if (!each.left && !now.isBefore(each.since.plus(hiccup))) {
                each.left = true;
                left.add(node);
            }
        });
        return left;
    }

    private boolean isSame(List<Node> nodes) {
        if (nodes == named) {
            return true;
        }
        boolean same = nodes.size() == named.size();
        for (int i = 0; same && i < nodes.size(); i++) {
            same = nodes.get(i).id().equals(named.get(i).id());
        }
        return same;
    }

    /** Returns those that may be forgotten by now, each once. */
    List<String> forgotten(Instant now, List<Workload> workloads) {
        if (missing.isEmpty()) {
            return List.of();
        }
        Set<String> hosts = workloads.stream().map(Workload::node).collect(Collectors.toCollection(HashSet::new));
        List<String> forgotten = new ArrayList<>();
        missing.forEach((node, each) -> {
            if (!each.forgotten && isOver(each.since, now) && !hosts.contains(node)) {
                each.forgotten = true;
                forgotten.add(node);
            }
        });
        // As long as it goes on reporting its name must be kept, or it would seem to be one not named yet.
        missing.values().removeIf(each -> each.forgotten && isOver(each.heard, now));
        return forgotten;
    }

    private static boolean isOver(Instant since, Instant now) {
        return !now.isBefore(since.plus(GRACE));
    }

    /** Whether the node has left and is not back. */
    boolean hasLeft(String node) {
        Missing each = missing.isEmpty() ? null : missing.get(node);
        return each != null && each.left;
    }

    /** The node reported. */
    void heard(Instant now, String node) {
        Missing each = missing.isEmpty() ? null : missing.get(node);
        if (each != null) {
            each.heard = now;
        }
    }
}
