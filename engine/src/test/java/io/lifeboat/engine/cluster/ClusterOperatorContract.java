package io.lifeboat.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ClusterOperator} must do. The cluster under test has at least the nodes {@code node-1},
 * {@code node-2} and {@code node-3}, and the stateless workload {@code orders} on {@code node-1}; a fresh one for each
 * test.
 */
public abstract class ClusterOperatorContract {

    /** Longest time that any migration of the cluster under test may take. */
    protected static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The operator under test. */
    protected abstract ClusterOperator operator();

    /** Kills the node, at once and for good. */
    protected abstract void kill(String node);

    /** Lets a little time pass, virtual or real, e.g. 50 ms. */
    protected abstract void pass();

    private static MigrationOrder order(String id, String workload, String from, String to) {
        return new MigrationOrder(id, workload, from, to, MigrationOrder.Kind.PLANNED);
    }

    private MigrationPhase await(Migration migration) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!migration.phase().isFinal() && System.nanoTime() < end) {
            pass();
        }
        return migration.phase();
    }

    private NodeStatus status(String node) {
        return operator().snapshot().node(node).orElseThrow().status();
    }

    private String nodeOf(String workload) {
        return operator().snapshot().workloads().stream()
                .filter(each -> each.id().equals(workload))
                .findFirst()
                .orElseThrow()
                .node();
    }

    @Test
    void theSnapshotShowsNodesAndWorkloads() {
        assertThat(operator().snapshot().nodes()).extracting(Node::id).contains("node-1", "node-2", "node-3");
        assertThat(status("node-1")).isEqualTo(NodeStatus.READY);
        assertThat(operator().snapshot().workloadsOn("node-1"))
                .extracting(Workload::id)
                .contains("orders");
    }

    @Test
    void aPlannedMigrationMovesTheWorkload() {
        Migration migration = operator().migrate(order("migration-1", "orders", "node-1", "node-2"));
        assertThat(migration.order().id()).isEqualTo("migration-1");
        assertThat(await(migration)).as("failure: %s", migration.failure()).isEqualTo(MigrationPhase.COMPLETED);
        assertThat(nodeOf("orders")).isEqualTo("node-2");
        assertThat(migration.failure()).isEmpty();
        assertThat(migration.pause())
                .hasValueSatisfying(pause -> assertThat(pause.isNegative()).isFalse());
        assertThat(migration.dataAge()).isEmpty();
    }

    @Test
    void aMigrationToADeadNodeRollsBackAndSaysWhy() {
        kill("node-2");
        Migration migration = operator().migrate(order("migration-1", "orders", "node-1", "node-2"));
        assertThat(await(migration)).isEqualTo(MigrationPhase.ROLLED_BACK);
        assertThat(migration.failure())
                .hasValueSatisfying(why -> assertThat(why).contains("node-2"));
        assertThat(nodeOf("orders")).isEqualTo("node-1");
    }

    @Test
    void aWorkloadCanBeMovedAgainAfterARollback() {
        kill("node-2");
        await(operator().migrate(order("migration-1", "orders", "node-1", "node-2")));
        Migration second = operator().migrate(order("migration-2", "orders", "node-1", "node-3"));
        assertThat(await(second)).isEqualTo(MigrationPhase.COMPLETED);
        assertThat(nodeOf("orders")).isEqualTo("node-3");
    }

    @Test
    void aWorkloadOfADeadNodeIsRestartedElsewhere() {
        kill("node-1");
        Migration restart = operator()
                .migrate(new MigrationOrder("migration-1", "orders", "node-1", "node-2", MigrationOrder.Kind.RESTART));
        assertThat(await(restart)).as("failure: %s", restart.failure()).isEqualTo(MigrationPhase.COMPLETED);
        assertThat(nodeOf("orders")).isEqualTo("node-2");
    }

    @Test
    void ordersThatNameTheUnknownAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator().migrate(order("migration-1", "ordres", "node-1", "node-2")))
                .withMessageContaining("\"ordres\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator().migrate(order("migration-1", "orders", "node-1", "node-9")))
                .withMessageContaining("\"node-9\"");
        assertThat(nodeOf("orders")).isEqualTo("node-1");
    }

    @Test
    void aMovingWorkloadIsNotMovedTwice() {
        Migration first = operator().migrate(order("migration-1", "orders", "node-1", "node-2"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator().migrate(order("migration-2", "orders", "node-1", "node-3")))
                .withMessageContaining("orders");
        assertThat(await(first)).isEqualTo(MigrationPhase.COMPLETED);
        assertThat(nodeOf("orders")).isEqualTo("node-2");
    }

    @Test
    void cordoningAndUncordoningTwiceIsTheSameAsOnce() {
        operator().cordon("node-3");
        operator().cordon("node-3");
        assertThat(status("node-3")).isEqualTo(NodeStatus.CORDONED);
        operator().uncordon("node-3");
        operator().uncordon("node-3");
        assertThat(status("node-3")).isEqualTo(NodeStatus.READY);
    }

    @Test
    void cordoningAnUnknownNodeIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator().cordon("node-9"))
                .withMessageContaining("\"node-9\"");
    }
}
