package io.lifeboat.sample.campaign;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.sample.OrderService;
import io.lifeboat.sample.OrdersClient;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 30 s without a fault, in which the load goes up fourfold and down again. */
@ResilienceTest(duration = "30s")
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class CampaignFaultFreeRuns {

    @ParameterizedTest
    @MethodSource("io.lifeboat.sample.campaign.CampaignRuns#runs")
    void faultFree(int run, LoadGenerator load, Endpoint orders) {
        OrdersClient client = new OrdersClient(orders);
        for (int rate : new int[] {25, 100, 25}) {
            load.rate(rate).duration(Duration.ofSeconds(10)).run(() -> client.read(42));
        }
    }
}
