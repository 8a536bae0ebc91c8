package io.lifeboat.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationOrder.Kind;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.testkit.Await;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMigrationTests {

    @TempDir
    private Path directory;

    private LocalCluster cluster;

    @BeforeEach
    void start() {
        cluster = LocalCluster.start(LocalClusterConfig.builder(directory).build());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void keptAliveClientsDoNotNoticeAStatelessMigration() throws Exception {
        WorkloadEndpoint endpoint = cluster.deploy(stateless("orders").build());
        TestClients clients = new TestClients(
                4, i -> HttpRequest.newBuilder(endpoint.uri("/")).build());
        try (clients) {
            Await.until("requests", () -> clients.acknowledged().size() > 50);
            Migration there = migrate("orders", "node-1", "node-2", Kind.PLANNED);
            assertThat(there.phase()).isEqualTo(MigrationPhase.COMPLETED);
            assertThat(cluster.snapshot().workloadsOn("node-2")).hasSize(1);
            assertThat(TestClients.get(endpoint, "/")).isEqualTo("node-2");
            migrate("orders", "node-2", "node-1", Kind.PLANNED);
        }
        assertThat(clients.failures()).isEmpty();
        assertThat(TestClients.get(endpoint, "/")).isEqualTo("node-1");
        assertThat(cluster.node("node-2").pids()).hasSize(1);
    }

    @Test
    void noAcknowledgedWriteIsLostWhenDataMoves() throws Exception {
        WorkloadEndpoint endpoint = cluster.deploy(withData("ledger").build());
        TestClients clients = new TestClients(4, i -> append(endpoint, i));
        Migration migration;
        try (clients) {
            Await.until("writes", () -> clients.acknowledged().size() > 50);
            migration = migrate("ledger", "node-1", "node-3", Kind.PLANNED);
            int before = clients.acknowledged().size();
            Await.until("writes after the move", () -> clients.acknowledged().size() > before + 20);
        }
        assertThat(migration.failure()).isEmpty();
        assertThat(migration.phase()).isEqualTo(MigrationPhase.COMPLETED);
        assertThat(migration.pause())
                .hasValueSatisfying(pause -> assertThat(pause).isPositive());
        assertThat(clients.failures()).isEmpty();
        assertThat(lines(endpoint)).containsExactlyInAnyOrderElementsOf(clients.acknowledged());
        assertThat(TestClients.get(endpoint, "/")).isEqualTo("node-3");
        assertThat(directory.resolve("nodes/node-1/data/ledger")).doesNotExist();
    }

    @Test
    void everythingIsAsBeforeWhenTheTargetNeverBecomesReady() throws Exception {
        WorkloadEndpoint endpoint = cluster.deploy(
                withData("ledger").main(TestService.class, "node-2").build());
        TestClients clients = new TestClients(2, i -> append(endpoint, i));
        Migration migration;
        try (clients) {
            Await.until("writes", () -> clients.acknowledged().size() > 20);
            migration = migrate("ledger", "node-1", "node-2", Kind.PLANNED);
        }
        assertThat(migration.phase()).isEqualTo(MigrationPhase.ROLLED_BACK);
        assertThat(migration.failure())
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("exit code 3", "no licence for node-2", "It runs on node-1 again"));
        assertThat(clients.failures()).isEmpty();
        assertThat(lines(endpoint)).containsExactlyInAnyOrderElementsOf(clients.acknowledged());
        assertThat(TestClients.get(endpoint, "/")).isEqualTo("node-1");
        assertThat(directory.resolve("nodes/node-2/data/ledger")).doesNotExist();
    }

    @Test
    void aStatelessWorkloadStaysWhenTheTargetNeverBecomesReady() throws Exception {
        WorkloadEndpoint endpoint = cluster.deploy(
                stateless("orders").main(TestService.class, "node-2").build());
        Migration migration = migrate("orders", "node-1", "node-2", Kind.PLANNED);
        assertThat(migration.phase()).isEqualTo(MigrationPhase.ROLLED_BACK);
        assertThat(TestClients.get(endpoint, "/")).isEqualTo("node-1");
        assertThat(cluster.snapshot().workloadsOn("node-1")).hasSize(1);
    }

    @Test
    void dataSurvivesACrashAsOldAsItsLastCopy() throws Exception {
        Path initial = Files.createDirectory(directory.resolve("initial"));
        Files.writeString(initial.resolve("lines.txt"), "7\n");
        WorkloadEndpoint endpoint =
                cluster.deploy(withData("ledger").dataDirectory(initial).build());
        TestClients.send(append(endpoint, 8));
        Path copies = directory.resolve("nodes/node-2/copies/ledger/of-node-1");
        Await.until("a copy of the write", () -> contains(copies, "8"));
        cluster.crash("node-1");
        assertThat(cluster.snapshot().node("node-1").orElseThrow().status()).isEqualTo(NodeStatus.DOWN);
        Migration migration = migrate("ledger", "node-1", "node-3", Kind.RESTART);
        assertThat(migration.failure()).isEmpty();
        assertThat(migration.phase()).isEqualTo(MigrationPhase.COMPLETED);
        assertThat(migration.dataAge())
                .hasValueSatisfying(age -> assertThat(age).isBetween(Duration.ZERO, Duration.ofSeconds(30)));
        assertThat(lines(endpoint)).contains(7, 8);
    }

    @Test
    void aSilentNodesWorkloadIsKilledBeforeItsCopyServes() throws Exception {
        cluster.deploy(stateless("orders").build());
        List<Long> before = cluster.node("node-1").pids();
        signal("STOP", before);
        Await.until(
                "node-1 unreachable",
                () -> cluster.snapshot().node("node-1").orElseThrow().status() == NodeStatus.UNREACHABLE);
        Migration migration = migrate("orders", "node-1", "node-2", Kind.RESTART);
        assertThat(migration.phase()).isEqualTo(MigrationPhase.COMPLETED);
        assertThat(cluster.node("node-1").pids()).hasSize(1);
        signal("CONT", cluster.node("node-1").pids());
        Await.until(
                "node-1 ready again",
                () -> cluster.snapshot().node("node-1").orElseThrow().status() == NodeStatus.READY);
    }

    @Test
    void ordersThatMakeNoSenseAreRefused() {
        cluster.deploy(stateless("orders").build());
        assertThatThrownBy(() -> cluster.migrate(order("order", "node-1", "node-2", Kind.PLANNED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe you meant \"orders\"");
        assertThatThrownBy(() -> cluster.migrate(order("orders", "node-1", "node-9", Kind.PLANNED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("node-9");
        assertThatThrownBy(() -> cluster.migrate(order("orders", "node-2", "node-3", Kind.PLANNED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is on \"node-1\"");
        assertThatThrownBy(() -> cluster.migrate(order("orders", "node-1", "node-1", Kind.PLANNED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WorkloadSpec.Builder stateless(String name) {
        return WorkloadSpec.builder(name).main(TestService.class).on("node-1").readiness(Readiness.http("/health"));
    }

    private static WorkloadSpec.Builder withData(String name) {
        return stateless(name).dataDirectory(true);
    }

    private static HttpRequest append(WorkloadEndpoint endpoint, int number) {
        return HttpRequest.newBuilder(endpoint.uri("/append"))
                .POST(BodyPublishers.ofString(number + "\n"))
                .build();
    }

    private static List<Integer> lines(WorkloadEndpoint endpoint) throws Exception {
        return TestClients.get(endpoint, "/lines").lines().map(Integer::valueOf).toList();
    }

    private static boolean contains(Path copies, String line) throws Exception {
        for (String slot : List.of("a", "b")) {
            Path file = copies.resolve(slot).resolve("lines.txt");
            if (Files.exists(file) && Files.readAllLines(file).contains(line)) {
                return true;
            }
        }
        return false;
    }

    static void signal(String name, List<Long> pids) throws Exception {
        for (long pid : pids) {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid)
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    private static MigrationOrder order(String workload, String from, String to, Kind kind) {
        return new MigrationOrder("migration-1", workload, from, to, kind);
    }

    private Migration migrate(String workload, String from, String to, Kind kind) throws Exception {
        Migration migration = cluster.migrate(order(workload, from, to, kind));
        Await.until("end of the migration", () -> migration.phase().isFinal());
        return migration;
    }
}
