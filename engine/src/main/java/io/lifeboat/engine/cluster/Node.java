package io.lifeboat.engine.cluster;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A node as the platform sees it at one moment.
 *
 * @param id unique in its cluster
 * @param capacity what the node offers in total
 * @param status what the platform says about it
 * @param latency round trip from the control plane to the node; zero when unknown
 * @param domains failure domains that it shares with other nodes, by kind: {@code rack} &rarr; {@code r12}, {@code switch} &rarr;
 *     {@code s3}, {@code zone} &rarr; {@code a}, {@code collector} &rarr; {@code c1}; any kinds, often none
 */
public record Node(String id, Resources capacity, NodeStatus status, Duration latency, Map<String, String> domains) {

    public Node {
        // Sorted: the order of kinds must not differ between two runs.
        domains = domains.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(domains));
    }

    /** A node of which no failure domain is known. */
    public Node(String id, Resources capacity, NodeStatus status, Duration latency) {
        this(id, capacity, status, latency, Map.of());
    }
}
