package io.lifeboat.engine.cluster;

import java.time.Duration;

/**
 * A node as the platform sees it at one moment.
 *
 * @param id unique in its cluster
 * @param capacity what the node offers in total
 * @param status what the platform says about it
 * @param latency round trip from the control plane to the node; zero when unknown
 */
public record Node(String id, Resources capacity, NodeStatus status, Duration latency) {}
