package io.lifeboat.sample.failures;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectRecoveryWithin;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.SlowNetwork;
import io.lifeboat.sample.OrderService;
import org.junit.jupiter.api.Test;

/** A link that gets slower by a fifth of a second each way, and no request may be lost over it. */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class SlowNetworkTests {

    @Test
    @SlowNetwork(target = "node-1", latency = "200ms", jitter = "40ms", rampUp = "3s", duration = "5s")
    @ExpectMigrationWithin("10s")
    @ExpectErrorRate(atMost = 0)
    @ExpectRecoveryWithin("10s")
    void ordersLeaveALinkThatGetsSlow(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
