package io.lifeboat.sample.failures;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.CutNetwork;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectRecoveryWithin;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.sample.OrderService;
import org.junit.jupiter.api.Test;

/** A link that goes dead at once: nobody can warn, so what counts is how soon the orders are served again. */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class NetworkCutTests {

    @Test
    @CutNetwork(target = "node-1", duration = "6s")
    @ExpectMigrationWithin("12s")
    @ExpectRecoveryWithin("10s")
    void ordersAreServedElsewhereWhenTheLinkIsCut(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
