package io.lifeboat.engine.cluster;

import java.time.Duration;

/**
 * One running copy of a service: the unit that is placed on a node and moved.
 *
 * @param id unique in its cluster, e.g. {@code orders-1}; equals {@code service} when there is only one replica
 * @param service the service this is a replica of; replicas are spread over nodes
 * @param criticality how much an outage hurts
 * @param slaPriority order among workloads of equal criticality, higher first; 0 is the default
 * @param acceptableDowntime how long the service may be down before its SLO is broken; positive
 * @param requests what the workload needs on its node
 * @param node id of the node it is placed on
 * @param dataBytes size of the data directory that moves with it; 0 for a stateless workload
 */
public record Workload(
        String id,
        String service,
        Criticality criticality,
        int slaPriority,
        Duration acceptableDowntime,
        Resources requests,
        String node,
        long dataBytes) {

    public Workload {
        if (acceptableDowntime.isNegative() || acceptableDowntime.isZero()) {
            throw new IllegalArgumentException(
                    "acceptableDowntime (%s) of workload \"%s\" must be positive.".formatted(acceptableDowntime, id));
        }
    }

    public Workload on(String otherNode) {
        return new Workload(id, service, criticality, slaPriority, acceptableDowntime, requests, otherNode, dataBytes);
    }
}
