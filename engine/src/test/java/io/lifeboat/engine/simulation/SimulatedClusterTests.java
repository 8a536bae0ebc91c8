package io.lifeboat.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedClusterTests {

    private final SimulatedClock clock = SimulatedClock.atEpoch();
    private final SimulatedCluster cluster = cluster(1);

    private SimulatedCluster cluster(long seed) {
        return SimulatedCluster.builder()
                .clock(clock)
                .seed(seed)
                .nodes(3)
                .workload(workload("orders", 200_000_000))
                .build();
    }

    private static Workload workload(String id, long dataBytes) {
        return new Workload(id, id, Criticality.MEDIUM, 0, Duration.ofSeconds(5), Resources.NONE, "node-1", dataBytes);
    }

    private List<TelemetryFrame> frames(String node, Duration duration) {
        cluster.poll();
        clock.advance(duration);
        return cluster.poll().stream()
                .filter(frame -> frame.node().equals(node))
                .toList();
    }

    private double mean(String node, Metric metric) {
        return frames(node, Duration.ofSeconds(20)).stream()
                .mapToDouble(frame -> frame.value(metric).orElseThrow())
                .average()
                .orElseThrow();
    }

    @Test
    void framesComeEveryHundredMilliseconds() {
        assertThat(frames("node-2", Duration.ofMillis(1050))).hasSize(10);
        assertThat(frames("node-2", Duration.ofMillis(50))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CPU_THROTTLE, CPU_THROTTLED, 0, 0.5",
        "CPU_STEAL, CPU_STEAL, 0, 0.5",
        "MEMORY_ERRORS, MEMORY_CORRECTED_ERRORS, 0, 60",
        "NETWORK_LOSS, NETWORK_LOSS, 0, 0.5",
        "NETWORK_LATENCY, NETWORK_ROUND_TRIP, 0.001, 0.2",
        "DISK_LATENCY, DISK_LATENCY, 0.004, 0.5"
    })
    void anImpairmentShowsInItsMetricOnItsNodeOnly(Impairment impairment, Metric metric, double well, double ill) {
        assertThat(mean("node-1", metric)).isBetween(well * 0.8, well * 1.2 + 0.02);
        cluster.degrade("node-1", impairment, 0.5);
        assertThat(mean("node-1", metric)).isBetween(ill * 0.8, ill * 1.2);
        assertThat(mean("node-2", metric)).isBetween(well * 0.8, well * 1.2 + 0.02);
        cluster.recover("node-1");
        assertThat(mean("node-1", metric)).isBetween(well * 0.8, well * 1.2 + 0.02);
    }

    @Test
    void deadAndCutNodesFallSilentAndThePlatformNoticesAfterASecond() {
        cluster.crash("node-1");
        cluster.cut("node-2");
        assertThat(frames("node-1", Duration.ofMillis(900))).isEmpty();
        assertThat(status("node-1")).isEqualTo(NodeStatus.READY);
        assertThat(frames("node-2", Duration.ofMillis(100))).isEmpty();
        assertThat(status("node-1")).isEqualTo(NodeStatus.DOWN);
        assertThat(status("node-2")).isEqualTo(NodeStatus.UNREACHABLE);
        assertThat(status("node-3")).isEqualTo(NodeStatus.READY);
    }

    private NodeStatus status(String node) {
        return cluster.snapshot().node(node).orElseThrow().status();
    }

    private Migration migrate(MigrationOrder.Kind kind) {
        return cluster.migrate(new MigrationOrder("migration-1", "orders", "node-1", "node-2", kind));
    }

    @Test
    void aMigrationGoesThroughItsPhasesAndHoldsRequestsOnlyWhileItSwitches() {
        Migration migration = migrate(MigrationOrder.Kind.PLANNED);
        List<MigrationPhase> phases = new ArrayList<>();
        Duration longest = Duration.ZERO;
        for (int i = 0; i < 1000; i++) {
            clock.advance(Duration.ofMillis(5));
            if (phases.isEmpty() || phases.get(phases.size() - 1) != migration.phase()) {
                phases.add(migration.phase());
            }
            SimulatedResponse response = cluster.request("orders", clock.instant());
            assertThat(response.success()).isTrue();
            longest = response.latency().compareTo(longest) > 0 ? response.latency() : longest;
        }
        assertThat(phases)
                .containsExactly(
                        MigrationPhase.COPYING,
                        MigrationPhase.STARTING,
                        MigrationPhase.SWITCHING,
                        MigrationPhase.DRAINING,
                        MigrationPhase.COMPLETED);
        Duration pause = migration.pause().orElseThrow();
        assertThat(longest).isBetween(pause.minusMillis(6), pause.plusMillis(10));
        assertThat(cluster.request("orders", clock.instant()).servedBy()).contains("node-2");
    }

    @Test
    void aPlannedMigrationRollsBackWhenItsTargetDiesHalfWay() {
        Migration migration = migrate(MigrationOrder.Kind.PLANNED);
        clock.advance(Duration.ofSeconds(1));
        cluster.crash("node-2");
        assertThat(migration.phase()).isEqualTo(MigrationPhase.ROLLED_BACK);
        assertThat(migration.failure()).contains("target node \"node-2\" died in phase COPYING");
        assertThat(cluster.request("orders", clock.instant()).servedBy()).contains("node-1");
    }

    @Test
    void aRestartTellsHowOldItsCopyOfTheDataIs() {
        clock.advance(Duration.ofSeconds(12));
        cluster.crash("node-1");
        assertThat(migrate(MigrationOrder.Kind.RESTART).dataAge()).contains(Duration.ofSeconds(2));
    }

    @Test
    void requestsFeelTheStateOfTheNode() {
        assertThat(cluster.request("orders", clock.instant()).latency()).isLessThan(Duration.ofMillis(4));
        cluster.degrade("node-1", Impairment.CPU_THROTTLE, 0.9);
        assertThat(cluster.request("orders", clock.instant()).latency()).isGreaterThan(Duration.ofMillis(15));
        cluster.recover("node-1");
        cluster.degrade("node-1", Impairment.NETWORK_LATENCY, 0.5);
        assertThat(cluster.request("orders", clock.instant()).latency()).isGreaterThan(Duration.ofMillis(200));
        cluster.cut("node-1");
        SimulatedResponse cut = cluster.request("orders", clock.instant());
        assertThat(cut).isEqualTo(new SimulatedResponse(false, Duration.ofSeconds(1), cut.servedBy()));
        assertThat(cut.servedBy()).isEmpty();
    }

    @Test
    void theSeedDecidesTheTelemetry() {
        SimulatedCluster same = cluster(1);
        SimulatedCluster other = cluster(2);
        clock.advance(Duration.ofSeconds(3));
        List<TelemetryFrame> frames = cluster.poll();
        assertThat(frames).hasSize(90).isEqualTo(same.poll()).isNotEqualTo(other.poll());
    }

    @Test
    void virtualTimePassesInTheStepsOfTheTelemetry() {
        List<String> steps = new ArrayList<>();
        cluster.advance(Duration.ofMillis(250), now -> steps.add(now.toString()));
        assertThat(steps)
                .containsExactly("1970-01-01T00:00:00.100Z", "1970-01-01T00:00:00.200Z", "1970-01-01T00:00:00.250Z");
    }

    @Test
    void whatIsUnknownOrOutOfRangeIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.degrade("node-9", Impairment.CPU_STEAL, 0.5))
                .withMessageContaining("node \"node-9\" is unknown")
                .withMessageContaining("node-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.degrade("node-1", Impairment.CPU_STEAL, 1.5))
                .withMessageContaining("severity (%s)".formatted(String.format(Locale.ROOT, "%.1f", 1.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.request("ordres", clock.instant()))
                .withMessageContaining("orders");
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedCluster.builder()
                        .node("a", Resources.NONE)
                        .workload(workload("orders", 0))
                        .build())
                .withMessageContaining("node \"node-1\" of workload \"orders\" is unknown");
    }
}
