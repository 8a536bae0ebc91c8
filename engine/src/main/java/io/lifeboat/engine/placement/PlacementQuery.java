package io.lifeboat.engine.placement;

import io.lifeboat.engine.cluster.Workload;
import java.util.Map;
import java.util.Set;

/**
 * A workload that needs another node.
 *
 * @param workload what to place; it is on its source
 * @param replicas replicas of the same service by node, the workload itself not counted
 * @param dataNodes nodes that have held the workload's data before, so that less needs copying
 * @param refused nodes that a cool-down rules out, with the reason
 */
public record PlacementQuery(
        Workload workload, Map<String, Integer> replicas, Set<String> dataNodes, Map<String, String> refused) {}
