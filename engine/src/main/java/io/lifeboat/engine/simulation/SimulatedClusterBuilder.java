package io.lifeboat.engine.simulation;

import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a {@link SimulatedCluster}. Not thread-safe. */
public final class SimulatedClusterBuilder {

    SimulatedClock clock = SimulatedClock.atEpoch();
    long seed;
    final Map<String, Resources> nodes = new LinkedHashMap<>();
    final Map<String, Map<String, String>> domains = new LinkedHashMap<>();
    final Map<String, Workload> workloads = new LinkedHashMap<>();

    SimulatedClusterBuilder() {}

    /** The virtual clock; by default one that starts at the epoch. */
    public SimulatedClusterBuilder clock(SimulatedClock value) {
        this.clock = value;
        return this;
    }

    /** Seed of everything random; 0 by default. */
    public SimulatedClusterBuilder seed(long value) {
        this.seed = value;
        return this;
    }

    /** Adds nodes {@code node-1} to {@code node-<count>} with 4 processors and 8 GiB each. */
    public SimulatedClusterBuilder nodes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count (%d) of nodes must be at least 1.".formatted(count));
        }
        for (int i = 1; i <= count; i++) {
            node("node-" + i, SimulatedCluster.defaultCapacity());
        }
        return this;
    }

    public SimulatedClusterBuilder node(String id, Resources capacity) {
        if (nodes.putIfAbsent(id, capacity) != null) {
            throw new IllegalArgumentException("node \"%s\" is there already.".formatted(id));
        }
        return this;
    }

    /** Says which failure domains a node shares with others, by kind, as in {@link io.lifeboat.engine.cluster.Node}. */
    public SimulatedClusterBuilder domains(String node, Map<String, String> kinds) {
        domains.put(node, Map.copyOf(kinds));
        return this;
    }

    /** Adds a workload; it runs from the start on the node it names. */
    public SimulatedClusterBuilder workload(Workload workload) {
        if (workloads.putIfAbsent(workload.id(), workload) != null) {
            throw new IllegalArgumentException("workload \"%s\" is there already.".formatted(workload.id()));
        }
        return this;
    }

    /**
     * Builds the cluster.
     *
     * @throws IllegalArgumentException if there is no node, or a workload names an unknown one
     */
    public SimulatedCluster build() {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a cluster needs at least one node.%nMaybe call nodes(3).".formatted());
        }
        for (Workload workload : workloads.values()) {
            if (!nodes.containsKey(workload.node())) {
                throw new IllegalArgumentException("node \"%s\" of workload \"%s\" is unknown.%nMaybe one of: %s."
                        .formatted(
                                workload.node(),
                                workload.id(),
                                nodes.keySet().stream().limit(10).toList()));
            }
        }
        return new SimulatedCluster(this);
    }
}
