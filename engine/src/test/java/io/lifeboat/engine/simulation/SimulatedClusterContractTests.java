package io.lifeboat.engine.simulation;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterOperatorContract;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;

class SimulatedClusterContractTests extends ClusterOperatorContract {

    private final SimulatedClock clock = SimulatedClock.atEpoch();
    private final SimulatedCluster cluster = SimulatedCluster.builder()
            .clock(clock)
            .nodes(3)
            .workload(new Workload(
                    "orders",
                    "orders",
                    Criticality.MEDIUM,
                    0,
                    Duration.ofSeconds(5),
                    new Resources(1, 1 << 20),
                    "node-1",
                    0))
            .build();

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
        clock.advance(Duration.ofMillis(50));
    }
}
