package io.lifeboat.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.fault.FailureType;
import io.lifeboat.junit.ResilienceTestKit.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Every wrong use fails with a message that says what to change, most of them before anything is touched. */
class WrongUseTests {

    private static final int TAKEN_PORT = 18_473;

    @TempDir
    Path reports;

    @Nested
    @DisplayName("in annotations, found before anything starts")
    class InAnnotations {

        @Test
        void aTypoInTheTargetNamesTheNearestNode() {
            assertFails("unknownTarget", "target = \"nod-1\"", "Maybe you meant \"node-1\"");
        }

        @Test
        void aTextThatIsNoDurationSaysHowToWriteOne() {
            assertFails("badDuration", "@ThrottleCpu", "after = \"3 sec\"", "Maybe write \"3s\"");
        }

        @Test
        void aSeverityAboveOneSaysHowToWriteAPercentage() {
            assertFails("badSeverity", "severity (90.0)", "at most 1", "Maybe write 0.9");
        }

        @Test
        void aRunUpThatDoesNotFitSaysWhy() {
            assertFails(
                    "runUpLongerThanDuration",
                    "duration (1.0 s) must not be shorter than rampUp (5.0 s)",
                    "Maybe leave duration out");
        }

        @Test
        void aCrashWithARunUpSaysHowElse() {
            assertFails("crashWithRunUp", "rampUp", "PROCESS_CRASH", "then = CRASH");
        }

        @Test
        void aTypoInReadinessListsTheForms() {
            assertFails("badReadiness", "readiness = \"helth\"", "\"/health\", \"tcp\" or \"log:started\"");
        }

        @Test
        void anUnknownNodeToDeployOnNamesTheNodes() {
            assertFails("unknownNode", "on = \"node-9\"", "Maybe you meant \"node-");
        }

        @Test
        void aWorkloadWithoutAProgramSaysSo() {
            assertFails("nothingToRun", "neither main nor command is set", "Maybe write main =");
        }

        @Test
        void replicasWithADataDirectoryAreRefused() {
            assertFails("replicatedData", "data", "replicas");
        }

        @Test
        void aPercentileAboveAHundredIsRefused() {
            assertFails("badPercentile", "percentile = 999", "at most 100", "Maybe write 99.9");
        }

        @Test
        void anExpectationOnAnUnknownWorkloadNamesTheWorkloads() {
            assertFails("unknownWorkloadExpected", "workload = \"ecko\"", "Maybe you meant \"echo\"");
        }

        @Test
        void anExpectedMigrationWithoutAFaultIsRefused() {
            assertFails("migrationWithoutFault", "@ExpectMigrationWithin", "no failure is injected");
        }

        @Test
        void aTypoInTheEngineModeListsTheModes() {
            Outcome outcome = ResilienceTestKit.reportingTo(reports)
                    .with("lifeboat.engine", "actin")
                    .run(AnnotationTestCase.class, "fine")
                    .get(0);
            assertThat(outcome.message()).contains("lifeboat.engine = \"actin\"", "Maybe you meant \"acting\"");
        }

        private void assertFails(String method, String... parts) {
            assertFailsWith(AnnotationTestCase.class, method, parts);
        }
    }

    @Nested
    @DisplayName("in workloads, found when they start")
    class InWorkloads {

        @Test
        void aCommandThatDoesNotExistIsNamed() {
            assertFailsWith(WorkloadTestCase.class, "unknownCommand", "redis-servr", "Maybe");
        }

        @Test
        void aReadinessNeverReachedShowsTheLastLinesOfTheLog() {
            assertFailsWith(WorkloadTestCase.class, "neverReady", "was not ready", "still warming up");
        }

        @Test
        void aPortThatIsTakenIsNamed() throws IOException {
            try (ServerSocket taken = new ServerSocket(TAKEN_PORT, 1, InetAddress.getByName("127.0.0.1"))) {
                assertThat(taken.isBound()).isTrue();
                assertFailsWith(WorkloadTestCase.class, "portTaken", "18473", "Maybe");
            }
        }
    }

    @Nested
    @DisplayName("in what happens, found at the end")
    class InWhatHappens {

        @Test
        void anExpectationOnLoadWithoutLoadFails() {
            assertFailsWith(
                    OutcomeTestCase.class, "noLoad", "p99 latency", "put no load on", "Maybe call load.rate(100)");
        }

        @Test
        void anExpectationOnAPhaseWithoutDataFails() {
            assertFailsWith(OutcomeTestCase.class, "noBaseline", "baseline", "No request was made");
        }

        @Test
        void aFaultThatNeverTookEffectFails() {
            assertFailsWith(OutcomeTestCase.class, "faultWithoutEffect", "never took effect", "Maybe");
        }

        @Test
        void anUnhealthyBaselineSkipsTheTestAndSaysWhy() {
            Outcome outcome = run(OutcomeTestCase.class, "unwellBefore");
            assertThat(outcome.status()).isEqualTo(Status.ABORTED);
            assertThat(outcome.message()).contains("already unwell");
        }

        @Test
        void aFaultInjectedByHandIntoNowhereIsRefused() {
            assertFailsWith(OutcomeTestCase.class, "byHandUnknownTarget", "target (\"node-x\")", "Maybe");
        }
    }

    private void assertFailsWith(Class<?> fixture, String method, String... parts) {
        Outcome outcome = run(fixture, method);
        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains(parts);
    }

    private Outcome run(Class<?> fixture, String method) {
        List<Outcome> outcomes = ResilienceTestKit.reportingTo(reports).run(fixture, method);
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    @ResilienceTest
    @DeployWorkload(name = "echo", main = EchoService.class, readiness = "/")
    static class AnnotationTestCase {

        @Test
        void fine() {}

        @Test
        @ThrottleCpu(target = "nod-1")
        void unknownTarget() {}

        @Test
        @ThrottleCpu(target = "node-1", after = "3 sec")
        void badDuration() {}

        @Test
        @ThrottleCpu(target = "node-1", severity = 90)
        void badSeverity() {}

        @Test
        @InjectFailure(type = FailureType.CPU_THROTTLE, target = "node-1", rampUp = "5s", duration = "1s")
        void runUpLongerThanDuration() {}

        @Test
        @CrashNode(target = "node-1", rampUp = "5s")
        void crashWithRunUp() {}

        @Test
        @DeployWorkload(name = "echo", main = EchoService.class, readiness = "helth")
        void badReadiness() {}

        @Test
        @DeployWorkload(name = "echo", main = EchoService.class, on = "node-9")
        void unknownNode() {}

        @Test
        @DeployWorkload(name = "nothing")
        void nothingToRun() {}

        @Test
        @DeployWorkload(name = "echo", main = EchoService.class, replicas = 2, dataDirectory = true)
        void replicatedData() {}

        @Test
        @ExpectLatency(percentile = 999, atMost = "1s")
        void badPercentile() {}

        @Test
        @CrashNode
        @ExpectMigrationWithin(value = "5s", workload = "ecko")
        @DeployWorkload(name = "echo", main = EchoService.class)
        void unknownWorkloadExpected() {}

        @Test
        @ExpectMigrationWithin("5s")
        void migrationWithoutFault() {}
    }

    @ResilienceTest
    @LocalCluster(nodes = 1)
    static class WorkloadTestCase {

        @Test
        @DeployWorkload(
                name = "cache",
                command = {"redis-servr", "--port", "{port}"})
        void unknownCommand() {}

        @Test
        @DeployWorkload(
                name = "slow",
                command = {"sh", "-c", "echo still warming up; exec sleep 60"},
                readiness = "log:ready",
                readinessTimeout = "1s")
        void neverReady() {}

        @Test
        @DeployWorkload(name = "echo", main = EchoService.class, port = TAKEN_PORT)
        void portTaken() {}
    }

    @ResilienceTest(recovery = "0s", duration = "1s")
    @LocalCluster(nodes = 1)
    @DeployWorkload(name = "echo", main = EchoService.class, readiness = "/")
    static class OutcomeTestCase {

        @Test
        @ExpectLatency(atMost = "1s")
        void noLoad() {}

        @Test
        @PauseNode(after = "0s", duration = "300ms")
        @ExpectThroughput(atLeast = 1, phase = io.lifeboat.report.journal.Phase.BASELINE)
        void noBaseline(LoadGenerator load, Endpoint echo) {
            load.rate(20).get(echo.uri("/"));
        }

        /** A delay of nothing is applied to nothing: there is no hit to count. */
        @Test
        @SlowNetwork(after = "0s", duration = "200ms", latency = "0ms", jitter = "0ms")
        void faultWithoutEffect() {}

        @Test
        @CutNetwork(after = "500ms", duration = "200ms")
        void unwellBefore(LoadGenerator load) {
            load.rate(50).run(() -> {
                throw new IOException("refused by the test");
            });
        }

        @Test
        void byHandUnknownTarget(FaultController faults) {
            faults.inject(FailureType.CPU_THROTTLE, "node-x", 0.5);
        }
    }
}
