package io.lifeboat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.CorruptMemory;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.Then;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Orders move with their database on disk while customers keep ordering. */
@ResilienceTest(recovery = "2s")
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health",
        dataDirectory = true)
class NoLostOrderTests {

    @Test
    @CorruptMemory(target = "node-1", rampUp = "5s", then = Then.CRASH)
    @ExpectMigrationWithin("5s")
    @ExpectErrorRate(atMost = 0)
    void everyAcknowledgedOrderIsStillThere(LoadGenerator load, Endpoint orders) throws Exception {
        OrdersClient client = new OrdersClient(orders);
        AtomicInteger number = new AtomicInteger();
        Map<Long, String> acknowledged = new ConcurrentHashMap<>();

        load.rate(50).run(() -> {
            String item = "flare no. " + number.incrementAndGet();
            return acknowledged.put(client.place(item), item);
        });

        assertThat(acknowledged).hasSizeGreaterThan(100);
        for (Map.Entry<Long, String> order : acknowledged.entrySet()) {
            assertThat(client.read(order.getKey())).isEqualTo(order.getValue());
        }
    }
}
