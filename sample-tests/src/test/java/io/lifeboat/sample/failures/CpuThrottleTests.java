package io.lifeboat.sample.failures;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectLatency;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.ThrottleCpu;
import io.lifeboat.report.journal.Phase;
import io.lifeboat.sample.OrderService;
import org.junit.jupiter.api.Test;

/** A processor that loses nine tenths of its speed within three seconds, as one does that gets too hot. */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class CpuThrottleTests {

    @Test
    @ThrottleCpu(target = "node-1", severity = 0.9, rampUp = "3s", duration = "5s")
    @ExpectMigrationWithin("10s")
    @ExpectErrorRate(atMost = 0)
    @ExpectLatency(percentile = 95, atMost = "500ms", phase = Phase.RECOVERY)
    void ordersLeaveAProcessorThatFades(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
