package io.lifeboat.junit;

import static io.lifeboat.junit.LifeboatAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.fault.Failure;
import io.lifeboat.fault.FailureType;
import io.lifeboat.junit.ResilienceTestKit.Outcome;
import io.lifeboat.report.journal.Phase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Whole experiments in virtual time: the behaviour of the extension without the noise of a machine. */
class SimulatedExperimentTests {

    @TempDir
    Path reports;

    @Test
    void theEngineMovesTheWorkBeforeTheCrash() {
        assertThat(run("movedInTime").status()).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void theEngineMovesTheWorkOffADiskThatGetsSlowBeforeItDies() {
        assertThat(run("slowDisk").status()).isEqualTo(Status.SUCCESSFUL);
        assertThat(files("journal.jsonl"))
                .singleElement()
                .satisfies(journal -> assertThat(journal)
                        .content()
                        .contains("\"type\":\"DISK_LATENCY\",\"node\":\"node-1\",\"severity\":0.9")
                        .containsPattern("\"FaultOutcome\".*\"component\":\"DISK\".*\"failedMicros\":8000000"));
    }

    @Test
    void anExpectationThatIsNotMetSaysWhatWasRequiredAndWhatWasObserved() {
        Outcome outcome = run("tooStrict");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .contains("migration", "required within 100 ms", "observed orders after")
                .contains("report: file:/")
                .contains("replay: mvn test -Dtest='")
                .contains("-Dlifeboat.seed=42");
    }

    @Test
    void aWarningThatCameAfterAFailureWithoutARunUpIsToldAsThat() {
        Outcome outcome = run("unpredictable");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .contains("required warning at least 0 s before the failure")
                .containsPattern("observed \\d+ ms after the failure")
                .contains("CPU_THROTTLE on node-1 came without a run-up at 3.0 s: there was nothing to predict it by.")
                .contains("Maybe set rampUp");
    }

    @Test
    void aFaultThatNeverCameToItsWorstIsNoFailureToPredict() {
        Outcome outcome = run("neverAtItsWorst");
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message())
                .contains("observed no failure of node-1")
                .contains("CPU_THROTTLE on node-1 was injected at", "never reached its worst");
    }

    @Test
    void anEngineThatOnlyReactsRestartsWhatTheCrashTookDown() {
        assertThat(run("reacting").status()).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void theSettingTakesPrecedenceOverTheAnnotation() {
        Outcome outcome = ResilienceTestKit.reportingTo(reports)
                .with("lifeboat.engine", "observing")
                .run(OrdersTestCase.class, "movedInTime")
                .get(0);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.message()).contains("orders never moved off node-1");
    }

    @Test
    void aTestThatFailsByItselfKeepsItsOwnMessageAndStillHasAReport() {
        Outcome outcome = run("failsByItself");
        assertThat(outcome.message()).isEqualTo("the order was wrong");
        assertThat(files("index.html")).hasSizeGreaterThanOrEqualTo(1);
    }

    @Test
    void faultsInjectedByHandAreJudgedLikeDeclaredOnes() {
        assertThat(run("byHand").status()).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void aFaultLedByHandToACrashIsToldAsOne() {
        assertThat(run("ledByHandToACrash").status()).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void aFailureThatOnlyMayHappenIsSkippedWithTheReasonIfItDoesNot() {
        Outcome outcome = run("improbable");
        assertThat(outcome.status()).isEqualTo(Status.ABORTED);
        assertThat(outcome.message()).contains("probability");
    }

    @Test
    void assertionsOnTheExperimentFailWithFigures() {
        assertThat(run("assertions").status()).isEqualTo(Status.SUCCESSFUL);
    }

    @Test
    void twoRunsWithOneSeedWriteTheSameJournalToTheByte(@TempDir Path first, @TempDir Path second) throws IOException {
        ResilienceTestKit.reportingTo(first).run(OrdersTestCase.class, "movedInTime");
        ResilienceTestKit.reportingTo(second).run(OrdersTestCase.class, "movedInTime");
        Path one = files(first, "journal.jsonl").get(0);
        Path other = files(second, "journal.jsonl").get(0);
        assertThat(Files.size(one)).isGreaterThan(1000);
        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }

    private Outcome run(String method) {
        return ResilienceTestKit.reportingTo(reports)
                .run(OrdersTestCase.class, method)
                .get(0);
    }

    private List<Path> files(String name) {
        return files(reports, name);
    }

    private static List<Path> files(Path root, String name) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.endsWith(name)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ResilienceTest
    @SimulatedCluster
    @DeployWorkload(name = "orders", on = "node-1", criticality = Criticality.HIGH)
    static class OrdersTestCase {

        @Test
        @CorruptMemory(target = "node-1", rampUp = "5s", then = Then.CRASH)
        @ExpectPrediction(leadTime = "1s")
        @ExpectMigrationWithin("5s")
        @ExpectErrorRate(atMost = 0)
        @ExpectThroughput(atLeast = 95)
        @ExpectLatency(atMost = "1s")
        @ExpectRecoveryWithin("1s")
        @ExpectNoFalseAlarm
        void movedInTime(LoadGenerator load, Endpoint orders) {
            load.rate(100).get(orders.uri("/orders/42"));
        }

        @Test
        @SlowDisk(severity = 0.9, rampUp = "5s", then = Then.CRASH)
        @ExpectPrediction(leadTime = "1s")
        @ExpectMigrationWithin("5s")
        @ExpectErrorRate(atMost = 0)
        @ExpectNoFalseAlarm
        void slowDisk(LoadGenerator load, Endpoint orders) {
            load.rate(100).get(orders.uri("/orders/42"));
        }

        @Test
        @CorruptMemory(target = "orders", rampUp = "5s", then = Then.CRASH)
        @ExpectMigrationWithin("100ms")
        void tooStrict() {}

        @Test
        @ThrottleCpu
        @ExpectPrediction
        void unpredictable() {}

        @Test
        @ResilienceTest(duration = "12s")
        @ExpectPrediction
        void neverAtItsWorst(FaultController faults, Experiment experiment) throws InterruptedException {
            try (InjectedFault fault = faults.place(Failure.of(FailureType.CPU_THROTTLE, 0.8, 1), "orders")) {
                fault.severity(0.4);
                experiment.awaitEnd();
            }
        }

        @Test
        @ResilienceTest(engine = EngineMode.REACTING)
        @CrashNode
        void reacting(LoadGenerator load, Endpoint orders, Experiment experiment, Cluster cluster) {
            LoadResult result = load.rate(100).get(orders.uri("/"));
            assertThat(result.failed()).isPositive();
            assertThat(experiment).migrated("orders").within("5s");
            assertThat(cluster.status("node-1")).isEqualTo(NodeStatus.DOWN);
            assertThat(cluster.nodesOf("orders")).doesNotContain("node-1");
        }

        @Test
        @ThrottleCpu
        void failsByItself() {
            throw new AssertionError("the order was wrong");
        }

        @Test
        @ResilienceTest(duration = "12s")
        @ExpectMigrationWithin("8s")
        void byHand(FaultController faults, Experiment experiment) throws InterruptedException {
            try (InjectedFault fault = faults.inject(FailureType.MEMORY_CORRUPTION, "orders", 0.9)) {
                experiment.awaitEnd();
                assertThat(fault.evidence().tookEffect()).isTrue();
            }
        }

        @Test
        @ResilienceTest(duration = "12s")
        void ledByHandToACrash(FaultController faults, Experiment experiment) throws InterruptedException {
            InjectedFault fault = faults.place(Failure.of(FailureType.CPU_THROTTLE, 0.8, 1), "orders");
            fault.severity(0.4);
            fault.severity(0.8);
            fault.crash();
            experiment.awaitEnd();
            assertThat(experiment.result().faults()).singleElement().satisfies(told -> {
                assertThat(told.type()).isEqualTo("CPU_THROTTLE");
                assertThat(told.severity()).isEqualTo(0.8);
                assertThat(told.crashedAt()).isPresent();
            });
        }

        @Test
        @ThrottleCpu(probability = 1e-9)
        void improbable() {}

        @Test
        @CutNetwork(duration = "2s")
        void assertions(LoadGenerator load, Endpoint orders, Experiment experiment) {
            load.rate(50).get(orders.uri("/"));
            assertThat(experiment).hasErrorRateAtMost(0, Phase.BASELINE).hasThroughputAtLeast(45, Phase.BASELINE);
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> assertThat(experiment).hasErrorRateAtMost(0))
                    .withMessageContaining("Expecting error rate: at most 0 %")
                    .withMessageContaining("the simulated node did not answer");
        }
    }
}
