package io.lifeboat.engine.local;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterOperatorContract;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterContractTests extends ClusterOperatorContract {

    @TempDir
    private Path directory;

    private LocalCluster cluster;

    @BeforeEach
    void start() {
        cluster = LocalCluster.start(LocalClusterConfig.builder(directory).build());
        cluster.deploy(WorkloadSpec.builder("orders")
                .command("sh", "-c", "echo up; sleep 1000")
                .on("node-1")
                .readiness(Readiness.logLine("up"))
                .build());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Override
    protected ClusterOperator operator() {
        return cluster;
    }

    @Override
    protected void kill(String node) {
        cluster.crash(node);
    }

    @Override
    protected void pass() {
        LockSupport.parkNanos(50_000_000);
    }
}
