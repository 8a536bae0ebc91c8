package io.lifeboat.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.EngineEvent.AlertCleared;
import io.lifeboat.engine.EngineEvent.AlertRaised;
import io.lifeboat.engine.EngineEvent.MigrationAdvanced;
import io.lifeboat.engine.EngineEvent.MigrationStarted;
import io.lifeboat.engine.EngineEvent.NodeStatusChanged;
import io.lifeboat.engine.EngineEvent.Queued;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.simulation.Impairment;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.simulation.SimulatedClusterBuilder;
import io.lifeboat.engine.simulation.SimulatedResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineTests {

    private static final int SEEDS = 20;

    private static EngineConfig acting() {
        return EngineConfig.defaults();
    }

    private static EngineConfig observing() {
        return EngineConfig.builder().mode(EngineConfig.Mode.OBSERVING).build();
    }

    @ParameterizedTest
    @EnumSource(names = {"CPU_THROTTLE", "CPU_STEAL", "MEMORY_ERRORS", "NETWORK_LOSS"})
    void theWorkIsOffTheNodeBeforeItCrashesAndNoRequestFails(Impairment impairment) {
        for (int seed = 0; seed < SEEDS; seed++) {
            EngineRun run = EngineRun.threeNodes(seed, acting());
            List<SimulatedResponse> responses = new ArrayList<>();
            run.beforeEachTick(now -> responses.add(run.cluster.request("orders", now)));
            run.seconds(8);
            run.rampToCrash("node-1", impairment);
            assertThat(run.nodeOf("orders")).as("seed %d", seed).isNotEqualTo("node-1");
            assertThat(run.nodeOf("billing")).as("seed %d", seed).isNotEqualTo("node-1");
            run.seconds(5);
            assertThat(responses).as("seed %d", seed).hasSize(180).allMatch(SimulatedResponse::success);
            assertThat(run.all(MigrationAdvanced.class))
                    .extracting(MigrationAdvanced::phase)
                    .doesNotContain(MigrationPhase.ROLLED_BACK, MigrationPhase.FAILED);
        }
    }

    @Test
    void theAlertNamesTheThresholdAndTheEvidence() {
        EngineRun run = EngineRun.threeNodes(1, acting());
        run.seconds(8);
        run.rampToCrash("node-1", Impairment.CPU_THROTTLE);
        AlertRaised alert = run.all(AlertRaised.class)
                .filter(raised -> raised.tier() == AlertTier.CRITICAL)
                .findFirst()
                .orElseThrow();
        assertThat(alert.node()).isEqualTo("node-1");
        assertThat(alert.component()).isEqualTo(Component.CPU);
        assertThat(alert.prediction().probability()).isGreaterThanOrEqualTo(alert.threshold());
        assertThat(alert.prediction().evidence()).isNotEmpty();
    }

    @Test
    void theNodeIsCordonedOnWarningAndUncordonedWhenItHasBeenHealthyForAWhile() {
        EngineRun run = EngineRun.threeNodes(1, acting());
        run.seconds(8);
        for (int i = 1; i <= 30; i++) {
            run.cluster.degrade("node-1", Impairment.CPU_THROTTLE, i / 50.0);
            run.seconds(0.1);
        }
        assertThat(run.cluster.snapshot().node("node-1").orElseThrow().status()).isEqualTo(NodeStatus.CORDONED);
        run.cluster.degrade("node-1", Impairment.CPU_THROTTLE, 0);
        run.seconds(8);
        assertThat(run.all(AlertCleared.class)).isNotEmpty();
        assertThat(run.cluster.snapshot().node("node-1").orElseThrow().status()).isEqualTo(NodeStatus.CORDONED);
        run.seconds(10);
        assertThat(run.cluster.snapshot().node("node-1").orElseThrow().status()).isEqualTo(NodeStatus.READY);
        assertThat(run.nodeOf("orders")).isNotEqualTo("node-1");
    }

    @Test
    void anObservingEngineAlertsButTouchesNothing() {
        EngineRun run = EngineRun.threeNodes(1, observing());
        run.seconds(8);
        run.rampToCrash("node-1", Impairment.CPU_THROTTLE);
        run.seconds(5);
        assertThat(run.all(AlertRaised.class)).anyMatch(alert -> alert.tier() == AlertTier.CRITICAL);
        assertThat(run.all(MigrationStarted.class)).isEmpty();
        assertThat(run.nodeOf("orders")).isEqualTo("node-1");
        assertThat(run.all(NodeStatusChanged.class))
                .extracting(NodeStatusChanged::after)
                .containsExactly(NodeStatus.DOWN);
    }

    @Test
    void faultFreeRunsUnderChangingLoadRaiseNothingAndMoveNothing() {
        for (int seed = 0; seed < SEEDS; seed++) {
            EngineRun run = EngineRun.threeNodes(seed, acting());
            for (int i = 0; i < 6; i++) {
                run.cluster.load("node-1", i % 2 == 0 ? 1 : 4);
                run.seconds(10);
            }
            assertThat(run.events).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aCrashWithoutWarningRestartsEverythingElsewhere() {
        EngineRun run = EngineRun.threeNodes(1, acting());
        run.seconds(5);
        run.cluster.crash("node-1");
        run.seconds(4);
        assertThat(run.all(MigrationStarted.class))
                .hasSize(2)
                .allMatch(started -> started.order().kind() == MigrationOrder.Kind.RESTART);
        assertThat(run.nodeOf("orders")).isNotEqualTo("node-1");
        assertThat(run.nodeOf("billing")).isNotEqualTo("node-1");
    }

    @Test
    void anUnreachableNodeIsGivenUpOnlyAfterTheGracePeriod() {
        EngineRun run = EngineRun.threeNodes(1, acting());
        run.seconds(5);
        run.cluster.cut("node-1");
        run.seconds(2.9);
        assertThat(run.all(NodeStatusChanged.class))
                .extracting(NodeStatusChanged::after)
                .containsExactly(NodeStatus.UNREACHABLE);
        assertThat(run.all(MigrationStarted.class)).isEmpty();
        run.seconds(0.5);
        assertThat(run.all(MigrationStarted.class)).hasSize(2);
    }

    @Test
    void whenMostNodesAreLostFromSightAtOnceNothingIsMoved() {
        EngineRun run = EngineRun.threeNodes(1, acting());
        run.seconds(5);
        run.cluster.cut("node-1");
        run.cluster.cut("node-2");
        run.seconds(20);
        assertThat(run.all(MigrationStarted.class)).isEmpty();
        assertThat(run.all(Queued.class))
                .hasSize(3)
                .allMatch(queued -> queued.reason().startsWith("incident: 2 of 3 nodes"));
    }

    @Test
    void aTargetThatDiesLeadsToARollbackAndAnotherTarget() {
        EngineRun four = new EngineRun(
                SimulatedCluster.builder().nodes(4).workload(EngineRun.workload("orders", "node-1", Criticality.HIGH)),
                acting());
        four.seconds(8);
        boolean[] crashed = {false};
        four.beforeEachTick(now -> four.all(MigrationStarted.class).findFirst().ifPresent(first -> {
            if (!crashed[0]) {
                crashed[0] = true;
                four.cluster.crash(first.order().to());
            }
        }));
        for (int i = 1; i <= 45; i++) {
            four.cluster.degrade("node-1", Impairment.CPU_THROTTLE, Math.min(0.9, i / 50.0));
            four.seconds(0.1);
        }
        four.seconds(8);
        List<String> targets = four.all(MigrationStarted.class)
                .map(started -> started.order().to())
                .toList();
        assertThat(targets).hasSize(2).doesNotHaveDuplicates();
        assertThat(four.all(MigrationAdvanced.class))
                .anyMatch(advanced -> advanced.phase() == MigrationPhase.ROLLED_BACK
                        && advanced.failure().orElseThrow().contains("died"));
        assertThat(four.nodeOf("orders")).isEqualTo(targets.get(1));
    }

    @Test
    void theSameSeedGivesTheSameEventsToTheBit() {
        assertThat(log(7)).isEqualTo(log(7)).isNotEqualTo(log(8)).hasSizeGreaterThan(1000);
    }

    private static String log(long seed) {
        StringBuilder log = new StringBuilder();
        SimulatedCluster cluster = SimulatedCluster.builder()
                .seed(seed)
                .nodes(5)
                .workload(EngineRun.workload("orders", "node-1", Criticality.HIGH))
                .build();
        Engine engine = Engine.builder()
                .operator(cluster)
                .telemetry(cluster)
                .predictor(new TrendPredictor())
                .listener(event -> log.append(event).append('\n'))
                .build();
        cluster.advance(Duration.ofSeconds(6), engine::tick);
        cluster.degrade("node-1", Impairment.NETWORK_LOSS, 0.9);
        cluster.advance(Duration.ofSeconds(6), engine::tick);
        cluster.crash("node-1");
        cluster.advance(Duration.ofSeconds(6), engine::tick);
        return log.toString();
    }

    @Test
    void aThousandNodesForHalfAMinuteTakeSeconds() {
        SimulatedClusterBuilder builder = SimulatedCluster.builder().seed(1).nodes(1000);
        for (int i = 1; i <= 1000; i++) {
            builder.workload(EngineRun.workload("orders-" + i, "node-" + i, Criticality.MEDIUM));
        }
        EngineRun run = new EngineRun(builder, acting());
        long start = System.nanoTime();
        run.seconds(8);
        for (int i = 1; i <= 10; i++) {
            run.cluster.degrade("node-" + 7 * i, Impairment.CPU_THROTTLE, 0.9);
        }
        run.seconds(22);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(run.all(MigrationStarted.class)).hasSize(10);
        // Generous, for a loaded machine: about 3 s when it is alone.
        assertThat(seconds).isLessThan(30);
    }

    @Test
    void aMissingPartIsNamed() {
        assertThatThrownBy(() -> Engine.builder().build())
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("operator is mandatory");
    }

    @Test
    void instantsOfEventsAreTheEnginesOwn() {
        EngineRun run = EngineRun.threeNodes(1, acting());
        run.seconds(5);
        run.cluster.crash("node-1");
        run.seconds(1);
        assertThat(run.all(NodeStatusChanged.class))
                .extracting(NodeStatusChanged::at)
                .containsExactly(Instant.EPOCH.plusSeconds(6));
    }
}
