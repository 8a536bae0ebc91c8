package io.lifeboat.sample.failures;

import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectThroughput;
import io.lifeboat.junit.LimitBandwidth;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.sample.OrderService;
import org.junit.jupiter.api.Test;

/** A link that carries 13 KiB a second instead of 128: enough for these orders, so that clients must hardly notice. */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(name = "orders", main = OrderService.class, on = "node-1", readiness = "/health")
class NarrowLinkTests {

    @Test
    @LimitBandwidth(target = "node-1", bytesPerSecond = 128 << 10, severity = 0.9, duration = "4s")
    @ExpectErrorRate(atMost = 0)
    @ExpectThroughput(atLeast = 15)
    void ordersGetThroughANarrowLink(LoadGenerator load, Endpoint orders) {
        load.rate(20).get(orders.uri("/orders/42"));
    }
}
