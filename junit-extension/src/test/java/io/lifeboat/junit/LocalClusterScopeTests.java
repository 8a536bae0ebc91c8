package io.lifeboat.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.RecordedRun;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;

/** A cluster may be shared by the tests of a class, and is put in order between them. */
class LocalClusterScopeTests {

    private static final Set<InetSocketAddress> ADDRESSES = ConcurrentHashMap.newKeySet();

    @Test
    void aSharedClusterIsTheSameForAllTestsAndHealthyForEach(@TempDir Path reports) {
        ADDRESSES.clear();
        assertThat(ResilienceTestKit.reportingTo(reports).run(SharedTestCase.class))
                .hasSize(2)
                .allSatisfy(outcome ->
                        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.SUCCESSFUL));
        assertThat(ADDRESSES).as("addresses of the one endpoint").hasSize(1);
        assertThat(history(reports))
                .as("a recording for each test, with what it did")
                .allMatch(RecordedRun::complete)
                .extracting(run -> run.truths().size())
                .containsExactly(1, 0);
    }

    private static List<RecordedRun> history(Path reports) {
        return HistoryStore.open(reports.resolve("history"), HistoryLimits.DEFAULT, InstantSource.system())
                .runs();
    }

    @ResilienceTest(recovery = "1s")
    @LocalCluster(nodes = 2, scope = ClusterScope.CLASS)
    @DeployWorkload(name = "echo", main = EchoService.class, readiness = "/", on = "node-1")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedTestCase {

        @Test
        @Order(1)
        @CrashNode(target = "node-1", after = "500ms")
        @ExpectMigrationWithin("15s")
        void crashes(Endpoint echo) {
            ADDRESSES.add(echo.address());
        }

        @Test
        @Order(2)
        @ExpectErrorRate(atMost = 0)
        void findsEverythingAsDeclared(Cluster cluster, LoadGenerator load, Endpoint echo) {
            ADDRESSES.add(echo.address());
            assertThat(cluster.nodesOf("echo")).containsExactly("node-1");
            assertThat(cluster.status("node-1")).isEqualTo(NodeStatus.READY);
            load.rate(20).forDuration("1s").get(echo.uri("/"));
        }
    }
}
