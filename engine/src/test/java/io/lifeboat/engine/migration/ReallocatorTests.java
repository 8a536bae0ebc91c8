package io.lifeboat.engine.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.alert.Confirmation;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.Resources;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What moves when, and how often. */
class ReallocatorTests extends WarnedCluster {

    @Test
    void highCriticalityMovesAtOnceAndTheRestWaitsInOrderOfPriority() {
        builder.nodes(4);
        workload("a-low-priority", "node-1", Criticality.MEDIUM, 1);
        workload("b-low", "node-1", Criticality.LOW, 5);
        workload("c-medium", "node-1", Criticality.MEDIUM, 5);
        workload("d-top", "node-1", Criticality.LOW, 9);
        workload("e-high", "node-1", Criticality.HIGH, 0);
        workload("f-high", "node-1", Criticality.HIGH, 0);
        workload("g-high", "node-1", Criticality.HIGH, 0);
        critical.add("node-1");
        Run run = new Run();
        run.seconds(0.1);
        assertThat(started).extracting(MigrationOrder::workload).containsExactly("e-high", "f-high", "g-high");
        assertThat(queued)
                .containsExactly(
                        "d-top: waits for one of 2 slots",
                        "c-medium: waits for one of 2 slots",
                        "b-low: waits for one of 2 slots",
                        "a-low-priority: waits for one of 2 slots");
        run.seconds(20);
        assertThat(started)
                .extracting(MigrationOrder::workload)
                .containsExactly("e-high", "f-high", "g-high", "d-top", "c-medium", "b-low", "a-low-priority");
        assertThat(run.cluster.snapshot().workloadsOn("node-1")).isEmpty();
        assertThat(queued).hasSize(4);
    }

    @Test
    void runningMovesReserveRoomOnTheirTarget() {
        builder.node("node-1", new Resources(4, 8L << 30)).node("node-2", new Resources(0.7, 8L << 30));
        builder.node("node-3", new Resources(0.7, 8L << 30));
        for (int i = 1; i <= 3; i++) {
            workload("orders-" + i, "node-1", Criticality.HIGH, 0);
        }
        critical.add("node-1");
        new Run().seconds(0.5);
        assertThat(started).extracting(MigrationOrder::to).containsExactly("node-2", "node-3");
        assertThat(queued)
                .singleElement()
                .asString()
                .contains("orders-3: no target: node-2: refused, it has no room for", "node-3: refused");
    }

    @Test
    void anAlertThatNobodyElseConfirmsMovesNothingYet() {
        builder.nodes(3);
        workload("orders", "node-1", Criticality.HIGH, 0);
        critical.add("node-1");
        confirmation = new Confirmation(false, "one signal alone: cpu throttled");
        Run run = new Run();
        run.seconds(5);
        assertThat(started).isEmpty();
        assertThat(queued).containsExactly("orders: one signal alone: cpu throttled");
        confirmation = new Confirmation(true, "two signals agree");
        run.seconds(0.1);
        assertThat(started).hasSize(1);
    }

    @Test
    void afterThreeFailedMigrationsTheWorkloadIsLeftToAnOperator() {
        builder.nodes(9);
        workload("orders", "node-1", Criticality.HIGH, 0);
        critical.add("node-1");
        Run run = new Run();
        Set<String> crashed = new LinkedHashSet<>();
        run.cluster.advance(Duration.ofSeconds(60), now -> {
            run.tick(now);
            started.stream().map(MigrationOrder::to).filter(crashed::add).forEach(run.cluster::crash);
        });
        assertThat(started).hasSize(3).extracting(MigrationOrder::to).doesNotHaveDuplicates();
        assertThat(phases)
                .filteredOn(phase -> phase == MigrationPhase.ROLLED_BACK)
                .hasSize(3);
        assertThat(queued).anyMatch(text -> text.startsWith("orders: rests after a failed migration"));
        assertThat(queued.get(queued.size() - 1)).startsWith("orders: given up after 3 failed migrations, the last");
    }

    @Test
    void noWorkloadGoesInCirclesHoweverTheAlarmsFlap() {
        for (int seed = 0; seed < 300; seed++) {
            noCircle(seed);
        }
    }

    private void noCircle(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WarnedCluster fresh = new WarnedCluster();
        fresh.builder.seed(seed).nodes(4);
        for (int i = 1; i <= 4; i++) {
            fresh.workload("orders-" + i, "node-" + i, Criticality.HIGH, 0);
        }
        Run run = fresh.new Run();
        run.cluster.advance(Duration.ofSeconds(55), now -> {
            if (random.nextInt(10) == 0) {
                fresh.critical.clear();
                fresh.critical.add("node-" + (1 + random.nextInt(4)));
            }
            run.tick(now);
        });
        assertThat(fresh.started).as("seed %d", seed).isNotEmpty();
        for (MigrationOrder order : fresh.started) {
            // The whole run is shorter than the cool-down: nobody may ever come back.
            assertThat(fresh.started)
                    .as("seed %d", seed)
                    .noneMatch(other -> other.workload().equals(order.workload())
                            && other.to().equals(order.from())
                            && fresh.started.indexOf(other) > fresh.started.indexOf(order));
        }
    }
}
