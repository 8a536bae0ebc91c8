package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.nio.file.Path;
import java.util.List;

/** A cluster of operating-system processes on this machine. Thread-safe. */
public final class LocalCluster implements ClusterOperator, TelemetrySource, AutoCloseable {

    private LocalCluster() {}

    /** Starts the nodes and returns when every agent has reported. */
    public static LocalCluster start(LocalClusterConfig config) {
        throw new UnsupportedOperationException();
    }

    /** The nodes, in the order of their numbers. */
    public List<LocalNode> nodes() {
        throw new UnsupportedOperationException();
    }

    /** The node of that id. */
    public LocalNode node(String id) {
        throw new UnsupportedOperationException();
    }

    /** Starts a service and returns when all its replicas are ready. */
    public WorkloadEndpoint deploy(WorkloadSpec spec) {
        throw new UnsupportedOperationException();
    }

    /** The endpoint of a deployed service. */
    public WorkloadEndpoint endpoint(String service) {
        throw new UnsupportedOperationException();
    }

    /** Kills everything on a node at once, without warning. */
    public void crash(String node) {
        throw new UnsupportedOperationException();
    }

    /** Starts the agent of a dead node again. Its workloads stay where they are. */
    public void restart(String node) {
        throw new UnsupportedOperationException();
    }

    /** The log files of agents and workloads. */
    public List<Path> logs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ClusterSnapshot snapshot() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Migration migrate(MigrationOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void cordon(String node) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void uncordon(String node) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<TelemetryFrame> poll() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
