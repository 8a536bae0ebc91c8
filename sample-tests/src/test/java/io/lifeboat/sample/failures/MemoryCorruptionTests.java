package io.lifeboat.sample.failures;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.CorruptMemory;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectPrediction;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.sample.OrderService;
import org.junit.jupiter.api.Test;

/** Memory whose single-bit errors, still corrected, become more and more: it must be left before one is not. */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class MemoryCorruptionTests {

    @Test
    @CorruptMemory(target = "node-1", rampUp = "4s", duration = "5s")
    @ExpectPrediction(leadTime = "1s")
    @ExpectMigrationWithin("8s")
    @ExpectErrorRate(atMost = 0)
    void ordersLeaveMemoryThatFlipsBits(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
