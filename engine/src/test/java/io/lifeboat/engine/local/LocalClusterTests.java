package io.lifeboat.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.testkit.Await;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTests {

    @TempDir
    private Path directory;

    private final List<Path> announced = new CopyOnWriteArrayList<>();
    private LocalCluster cluster;

    @BeforeEach
    void start() {
        cluster = LocalCluster.start(LocalClusterConfig.builder(directory)
                .nodes(2)
                .marker("LIFEBOAT_TEST", "marked")
                .cgroups(announced::add)
                .build());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void nodesReportWhatTheyCanMeasure() throws Exception {
        Map<String, Set<Metric>> reported = new HashMap<>();
        Set<Metric> expected = Set.of(
                Metric.CPU_UTILISATION,
                Metric.MEMORY_USED,
                Metric.MEMORY_CORRECTED_ERRORS,
                Metric.DISK_LATENCY,
                Metric.NETWORK_ROUND_TRIP,
                Metric.NETWORK_LOSS,
                Metric.LOG_ERRORS);
        Await.until("all metrics of both nodes", () -> {
            for (TelemetryFrame frame : cluster.poll()) {
                reported.computeIfAbsent(frame.node(), id -> new HashSet<>())
                        .addAll(frame.values().keySet());
            }
            return reported.size() == 2
                    && reported.values().stream().allMatch(metrics -> metrics.containsAll(expected));
        });
        assertThat(cluster.snapshot().nodes()).allMatch(node -> node.status() == NodeStatus.READY);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void flippedBitsInTheScrubRegionAreFound() throws Exception {
        Region scrub = cluster.node("node-1").memoryRegions().get(0);
        flip(scrub, 4096, 1);
        awaitPositive("node-1", Metric.MEMORY_CORRECTED_ERRORS);
        flip(scrub, 8192, 3);
        awaitPositive("node-1", Metric.MEMORY_UNCORRECTED_ERRORS);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aStoppedNodeIsSeenAsStolenFrom() throws Exception {
        List<Long> pids = cluster.node("node-1").pids();
        LocalMigrationTests.signal("STOP", pids);
        Await.until("silence", () -> status("node-1") == NodeStatus.UNREACHABLE);
        LocalMigrationTests.signal("CONT", pids);
        awaitPositive("node-1", Metric.CPU_STEAL);
    }

    @Test
    void errorsInTheLogOfAWorkloadAreCounted() throws Exception {
        cluster.deploy(shell("noisy", "while true; do echo ERROR disk on fire; sleep 0.1; done")
                .readiness(Readiness.logLine("on f.re"))
                .build());
        awaitPositive(cluster.snapshot().workloads().get(0).node(), Metric.LOG_ERRORS);
    }

    @Test
    void childrenBelongToTheirNode() throws Exception {
        cluster.deploy(shell("family", "env; echo 0x1000 64 cache > \"$LIFEBOAT_REGIONS\"; sleep 1000 & sleep 1000")
                .on("node-2")
                .readiness(Readiness.logLine("LIFEBOAT_TEST=marked"))
                .build());
        Await.until(
                "agent, shell and two children",
                () -> cluster.node("node-2").pids().size() == 4);
        assertThat(cluster.node("node-1").pids()).hasSize(1);
        assertThat(cluster.node("node-2").memoryRegions())
                .anyMatch(region -> region.address() == 0x1000 && region.owner().equals("family: cache"));
        if (cluster.node("node-2").cpuCgroup().isPresent()) {
            Path members = cluster.node("node-2").cpuCgroup().get().resolve("cgroup.procs");
            assertThat(Files.readAllLines(members)).hasSize(4);
            assertThat(announced).contains(cluster.node("node-2").cpuCgroup().get());
        }
        if (cluster.node("node-2").ioCgroup().isPresent()) {
            Path members = cluster.node("node-2").ioCgroup().get().resolve("cgroup.procs");
            assertThat(Files.readAllLines(members)).hasSize(4);
            assertThat(announced).contains(cluster.node("node-2").ioCgroup().get());
        }
    }

    @Test
    void aCrashedNodeIsDownAtOnceAndCanComeBack() throws Exception {
        cluster.deploy(shell("sleeper", "echo up; sleep 1000")
                .on("node-1")
                .readiness(Readiness.logLine("up"))
                .build());
        cluster.crash("node-1");
        assertThat(status("node-1")).isEqualTo(NodeStatus.DOWN);
        assertThat(cluster.node("node-1").pids()).isEmpty();
        cluster.restart("node-1");
        assertThat(status("node-1")).isEqualTo(NodeStatus.READY);
        assertThatThrownBy(() -> cluster.restart("node-1"))
                .isInstanceOf(LocalClusterException.class)
                .hasMessageContaining("is READY");
    }

    @Test
    void cordonsAreShown() {
        cluster.cordon("node-2");
        cluster.cordon("node-2");
        assertThat(status("node-2")).isEqualTo(NodeStatus.CORDONED);
        cluster.uncordon("node-2");
        assertThat(status("node-2")).isEqualTo(NodeStatus.READY);
    }

    @Test
    void replicasAreSpread() {
        cluster.deploy(WorkloadSpec.builder("orders")
                .main(TestService.class)
                .replicas(2)
                .readiness(Readiness.http("/health"))
                .build());
        assertThat(cluster.snapshot().workloads()).extracting(Workload::id).containsExactly("orders-1", "orders-2");
        assertThat(cluster.snapshot().workloads())
                .extracting(Workload::node)
                .containsExactlyInAnyOrder("node-1", "node-2");
    }

    @Test
    void mistakesAreNamedBeforeAnythingStarts() throws Exception {
        assertThatThrownBy(() -> cluster.node("node-3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe you meant \"node-");
        assertThatThrownBy(() -> cluster.deploy(
                        WorkloadSpec.builder("cache").command("redis-servr").build()))
                .hasMessageContaining("\"redis-servr\"")
                .hasMessageContaining("Maybe it is not installed or misspelt");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> cluster.deploy(shell("late", "true")
                            .endpointPort(taken.getLocalPort())
                            .build()))
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("Maybe use port 0");
        }
        assertThat(cluster.snapshot().workloads()).isEmpty();
    }

    @Test
    void aWorkloadThatDoesNotBecomeReadyShowsTheEndOfItsLog() {
        assertThatThrownBy(() -> cluster.deploy(
                        shell("broken", "echo no such database; exit 7").build()))
                .hasMessageContaining("exit code 7")
                .hasMessageContaining("no such database");
        assertThatThrownBy(() -> cluster.deploy(shell("mute", "echo waiting; sleep 1000")
                        .readiness(Readiness.tcp().within(Duration.ofMillis(300)))
                        .build()))
                .hasMessageContaining("was not ready")
                .hasMessageContaining("waiting");
        assertThat(cluster.nodes()).allMatch(node -> node.pids().size() == 1);
    }

    @Test
    void nothingButLogsIsLeft() throws Exception {
        cluster.deploy(WorkloadSpec.builder("orders")
                .main(TestService.class)
                .dataDirectory(true)
                .readiness(Readiness.http("/health"))
                .build());
        List<Long> pids =
                cluster.nodes().stream().flatMap(node -> node.pids().stream()).toList();
        cluster.close();
        assertThat(pids)
                .hasSizeGreaterThan(2)
                .noneMatch(
                        pid -> ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        assertThat(announced).noneMatch(Files::exists);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).allMatch(file -> file.toString().endsWith(".log"));
        }
        assertThat(cluster.logs()).allMatch(Files::exists);
    }

    private WorkloadSpec.Builder shell(String name, String script) {
        return WorkloadSpec.builder(name).command("sh", "-c", script);
    }

    private NodeStatus status(String node) {
        return cluster.snapshot().node(node).orElseThrow().status();
    }

    private void awaitPositive(String node, Metric metric) throws Exception {
        Await.until(
                metric + " of " + node,
                () -> cluster.poll().stream()
                        .anyMatch(frame ->
                                frame.node().equals(node) && frame.value(metric).orElse(0) > 0));
    }

    /** Flips the lowest bits of a byte, as the memory of another process. */
    private static void flip(Region region, long offset, int bits) throws Exception {
        try (RandomAccessFile memory = new RandomAccessFile("/proc/" + region.pid() + "/mem", "rw")) {
            memory.seek(region.address() + offset);
            int before = memory.read();
            memory.seek(region.address() + offset);
            memory.write(before ^ ((1 << bits) - 1));
        }
    }
}
