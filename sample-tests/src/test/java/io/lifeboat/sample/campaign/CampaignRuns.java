package io.lifeboat.sample.campaign;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.CorruptMemory;
import io.lifeboat.junit.CutNetwork;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.SlowDisk;
import io.lifeboat.junit.Then;
import io.lifeboat.junit.ThrottleCpu;
import io.lifeboat.sample.OrderService;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run-up of 5 s to a crash at full severity, again and again, each run with a seed of its own. Expects nothing:
 * {@link CampaignSummary} counts.
 */
@ResilienceTest
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health")
class CampaignRuns {

    static IntStream runs() {
        return IntStream.rangeClosed(1, Integer.getInteger("campaign.runs", 20));
    }

    @ParameterizedTest
    @MethodSource("runs")
    @ThrottleCpu(target = "node-1", severity = 1, rampUp = "5s", then = Then.CRASH)
    void cpu(int run, LoadGenerator load, Endpoint orders) {
        drive(load, orders);
    }

    @ParameterizedTest
    @MethodSource("runs")
    @CorruptMemory(target = "node-1", severity = 1, rampUp = "5s", then = Then.CRASH)
    void memory(int run, LoadGenerator load, Endpoint orders) {
        drive(load, orders);
    }

    @ParameterizedTest
    @MethodSource("runs")
    @CutNetwork(target = "node-1", severity = 1, rampUp = "5s", then = Then.CRASH)
    void network(int run, LoadGenerator load, Endpoint orders) {
        drive(load, orders);
    }

    @ParameterizedTest
    @MethodSource("runs")
    @SlowDisk(target = "node-1", severity = 1, rampUp = "5s", then = Then.CRASH)
    void disk(int run, LoadGenerator load, Endpoint orders) {
        drive(load, orders);
    }

    private static void drive(LoadGenerator load, Endpoint orders) {
        load.rate(50).get(orders.uri("/orders/42"));
    }
}
