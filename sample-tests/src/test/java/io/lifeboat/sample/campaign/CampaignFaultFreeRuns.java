package io.lifeboat.sample.campaign;

import static java.util.Map.entry;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.sample.OrderService;
import java.util.List;
import java.util.Map;
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
        for (Map.Entry<String, Integer> part :
                List.of(entry("calm", 25), entry("busy", 100), entry("calm again", 25))) {
            load.rate(part.getValue()).named(part.getKey()).forDuration("10s").get(orders.uri("/orders/42"));
        }
    }
}
