package io.lifeboat.sample.failures;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.CrashNode;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectRecoveryWithin;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.sample.OrderService;
import org.junit.jupiter.api.Test;

/** A node that dies without a word. */
@ResilienceTest(recovery = "5s")
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class CrashTests {

    @Test
    @CrashNode(target = "node-1", duration = "1s")
    @ExpectMigrationWithin("10s")
    @ExpectRecoveryWithin("10s")
    void ordersAreStartedAgainAfterACrash(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
