package io.lifeboat.junit;

import io.lifeboat.engine.cluster.NodeStatus;
import java.util.List;

/** The cluster that a test runs on. Thread-safe. */
public interface Cluster {

    /** Ids of all nodes, in order. */
    List<String> nodes();

    /**
     * What the platform says about a node.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    NodeStatus status(String node);

    /**
     * Ids of the nodes that the copies of a workload run on now.
     *
     * @throws IllegalArgumentException if there is no such workload
     */
    List<String> nodesOf(String workload);

    /**
     * The endpoint of a workload.
     *
     * @throws IllegalArgumentException if there is no such workload
     */
    Endpoint endpoint(String workload);

    /** Whether nodes are only objects in virtual time. */
    boolean simulated();
}
