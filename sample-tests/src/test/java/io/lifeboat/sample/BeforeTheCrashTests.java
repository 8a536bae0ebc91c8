package io.lifeboat.sample;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.CorruptMemory;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectLatency;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectPrediction;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.Then;
import org.junit.jupiter.api.Test;

/** What Lifeboat is for: memory gets worse for five seconds and then takes its node down, and the orders are gone by then. */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class BeforeTheCrashTests {

    @Test
    @CorruptMemory(target = "node-1", rampUp = "5s", then = Then.CRASH)
    @ExpectPrediction(leadTime = "1s") // warned a second before the crash, or more
    @ExpectMigrationWithin("5s") // moved before the crash, which comes after five
    @ExpectLatency(percentile = 99, atMost = "1s") // waiting for a stalled target counts
    @ExpectErrorRate(atMost = 0)
    void ordersAreGoneBeforeTheirNodeCrashes(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
