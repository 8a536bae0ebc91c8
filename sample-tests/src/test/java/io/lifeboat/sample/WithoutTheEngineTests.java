package io.lifeboat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.junit.CorruptMemory;
import io.lifeboat.junit.DeployWorkload;
import io.lifeboat.junit.Endpoint;
import io.lifeboat.junit.EngineMode;
import io.lifeboat.junit.ExpectRecoveryWithin;
import io.lifeboat.junit.Experiment;
import io.lifeboat.junit.LoadGenerator;
import io.lifeboat.junit.LocalCluster;
import io.lifeboat.junit.ResilienceTest;
import io.lifeboat.junit.Then;
import io.lifeboat.report.journal.Phase;
import org.junit.jupiter.api.Test;

/** The crash of {@link BeforeTheCrashTests} again, but work is only started again once its node is dead: this is what it costs to do without the engine. */
@ResilienceTest(engine = EngineMode.REACTING, recovery = "5s")
@LocalCluster(nodes = 3)
@DeployWorkload(
        name = "orders",
        main = OrderService.class,
        on = "node-1",
        criticality = Criticality.HIGH,
        readiness = "/health",
        dataDirectory = true)
class WithoutTheEngineTests {

    @Test
    @CorruptMemory(target = "node-1", rampUp = "5s", then = Then.CRASH)
    @ExpectRecoveryWithin("10s")
    void ordersAreOnlyStartedAgainAfterTheCrash(LoadGenerator load, Endpoint orders, Experiment experiment)
            throws InterruptedException {
        load.rate(50).get(orders.uri("/orders/42"));

        experiment.awaitEnd();
        assertThat(experiment.result().failures(Phase.WHOLE)).isPositive();
        assertThat(experiment.result().migrations()).anySatisfy(restart -> {
            assertThat(restart.kind()).isEqualTo("RESTART");
            assertThat(restart.dataAge()).isPresent(); // what was written since the last copy is lost
        });
    }
}
