package io.lifeboat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.local.Protocol;
import io.lifeboat.junit.CorruptMemory;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.ExpectErrorRate;
import io.lifeboat.junit.ExpectMigrationWithin;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.Then;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A server that nobody here wrote, started by its command, with its data on disk and a protocol that is not HTTP. */
@RequiresCommand("redis-server")
@ResilienceTest(recovery = "2s")
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "redis",
        command = {
            "redis-server",
            "--bind {host}",
            "--port {port}",
            "--dir {data}",
            "--appendonly yes",
            "--appendfsync always"
        },
        on = "node-1",
        criticality = Criticality.HIGH,
        protocol = Protocol.TCP,
        readiness = "log:Ready to accept connections",
        dataDirectory = true)
class RedisTests {

    @Test
    @CorruptMemory(target = "node-1", rampUp = "5s", then = Then.CRASH)
    @ExpectMigrationWithin("5s")
    @ExpectErrorRate(atMost = 0)
    void redisMovesWithEverythingItAcknowledged(LoadGenerator load, Endpoint redis) throws Exception {
        AtomicInteger number = new AtomicInteger();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();

        load.rate(50).run(() -> {
            String key = "order:" + number.incrementAndGet();
            RedisClient.once(redis.address(), "SET", key, "paid");
            return acknowledged.add(key);
        });

        assertThat(acknowledged).hasSizeGreaterThan(100);
        for (String key : acknowledged) {
            assertThat(RedisClient.once(redis.address(), "GET", key)).isEqualTo("paid");
        }
    }
}
