package io.lifeboat.sample.failures;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectPrediction;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.OnUnavailable;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.SlowDisk;
import io.lifeboat.sample.OrderService;
import org.junit.jupiter.api.Test;

/** A disk whose writes take longer and longer, until each takes a second: disks are slow before they are dead. */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class SlowDiskTests {

    @Test
    @SlowDisk(target = "node-1", rampUp = "5s", duration = "7s", onUnavailable = OnUnavailable.ABORT)
    @ExpectPrediction(leadTime = "500ms")
    @ExpectMigrationWithin("8s")
    @ExpectErrorRate(atMost = 0)
    void ordersLeaveADiskThatGetsSlow(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
