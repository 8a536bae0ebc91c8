package io.lifeboat.sample.failures;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.fault.Failure.Direction;
import io.lifeboat.fault.FailureType;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.ExpectRecoveryWithin;
import io.lifeboat.junit.InjectFailure;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.sample.OrderService;
import org.junit.jupiter.api.Test;

/** A node that still hears everything but is no longer heard: requests arrive, answers do not. */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class OneWayCutTests {

    @Test
    @InjectFailure(
            type = FailureType.NETWORK_CUT_ONE_WAY,
            direction = Direction.OUTBOUND,
            target = "node-1",
            duration = "6s")
    @ExpectMigrationWithin("12s")
    @ExpectRecoveryWithin("10s")
    void ordersAreServedElsewhereWhenTheirNodeIsNoLongerHeard(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
