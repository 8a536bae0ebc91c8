package io.lifeboat.sample;

import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectNoFalseAlarm;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import org.junit.jupiter.api.Test;

/** Nothing fails, only the load goes up fourfold: that is no reason to be alarmed. */
@ResilienceTest(duration = "8s")
@LocalCluster(nodes = 3)
@DeployWorkload(name = "orders", main = OrderService.class, on = "node-1", readiness = "/health")
class FaultFreeTests {

    @Test
    @ExpectNoFalseAlarm
    @ExpectErrorRate(atMost = 0)
    void aBusyHourIsNoFailure(LoadGenerator load, Endpoint orders) {
        load.rateFrom(25).to(100).over("7s").get(orders.uri("/orders/42"));
    }
}
