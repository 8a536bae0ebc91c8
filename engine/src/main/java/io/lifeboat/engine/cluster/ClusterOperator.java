package io.lifeboat.engine.cluster;

/**
 * The port through which the engine sees and changes a cluster; one implementation per platform.
 *
 * <p>Implementations are thread-safe and none of the methods blocks for longer than a local call: work goes on in the
 * background and is observed through {@link Migration}.
 */
public interface ClusterOperator {

    /** The cluster now. The same list of nodes as last time, the very object, saves the engine from looking through it. */
    ClusterSnapshot snapshot();

    /**
     * Begins to move a workload. A planned migration that fails leaves everything as it was.
     *
     * @throws IllegalArgumentException if the workload or a node is unknown, or the workload is already moving
     */
    Migration migrate(MigrationOrder order);

    /** Marks the node so that nothing new is placed on it. Does nothing if it is cordoned already. */
    void cordon(String node);

    /** Takes the mark away again. Does nothing if the node is not cordoned. */
    void uncordon(String node);
}
