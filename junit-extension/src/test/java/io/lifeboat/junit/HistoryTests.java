package io.lifeboat.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.HistoryLimits;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.junit.ResilienceTestKit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Tests make the predictor better: what they measured is kept, with the truth of what they did. */
class HistoryTests {

    @TempDir
    Path reports;

    @Test
    void aRunUpIsRecordedWithItsOnsetAndTheCrashByTheClockOfTheTelemetry() throws IOException {
        RecordedRun run = simulated("crashes");
        assertThat(run.complete()).isTrue();
        assertThat(run.info().platform()).isEqualTo("simulated");
        assertThat(run.info().scenario()).endsWith("HistoryTestCase#crashes");
        assertThat(run.truths()).hasSize(1);
        Truth truth = run.truths().get(0);
        assertThat(truth.node()).isEqualTo("node-1");
        assertThat(truth.component()).isEqualTo(Component.MEMORY);
        assertThat(truth.cause()).isEqualTo("MEMORY_CORRUPTION");
        assertThat(truth.censoredAt()).isEmpty();
        assertThat(Duration.between(truth.onset(), truth.failedAt().orElseThrow()))
                .isBetween(Duration.ofMillis(4500), Duration.ofMillis(5500));
        assertThat(firstError(run.frames()))
                .isBetween(truth.onset(), truth.failedAt().orElseThrow());
    }

    private static Instant firstError(List<TelemetryFrame> frames) {
        return frames.stream()
                .filter(frame -> frame.node().equals("node-1"))
                .filter(frame -> frame.value(Metric.MEMORY_CORRECTED_ERRORS).orElse(0) > 0)
                .map(TelemetryFrame::at)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFaultThatStaysAtItsWorstFailedWhenItGotThere() {
        Truth truth = simulated("peaks").truths().get(0);
        assertThat(truth.component()).isEqualTo(Component.CPU);
        assertThat(Duration.between(truth.onset(), truth.failedAt().orElseThrow()))
                .isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
    }

    @Test
    void aRunWithoutAFaultIsRecordedAsOneInWhichNothingFailed() throws IOException {
        RecordedRun run = simulated("quiet");
        assertThat(run.complete()).isTrue();
        assertThat(run.truths()).isEmpty();
        assertThat(run.frames()).isNotEmpty();
    }

    @Test
    void runsInVirtualTimeAreRecordedOnlyWhenAskedFor() {
        assertThat(kit().run(HistoryTestCase.class, "quiet")).hasSize(1);
        assertThat(reports.resolve("history")).doesNotExist();
    }

    @Test
    void theHistoryCanBeSwitchedOff() {
        run(kit().with("lifeboat.history", "off").with("lifeboat.history.simulated", "true"), "quiet");
        assertThat(reports.resolve("history")).doesNotExist();
    }

    @Test
    void settingsThatMakeNoSenseAreToldBeforeAnythingStarts() {
        assertThat(kit().with("lifeboat.history.maxSize", "big")
                        .run(HistoryTestCase.class, "quiet")
                        .get(0)
                        .message())
                .contains("lifeboat.history.maxSize = \"big\" is not an amount of memory");
        assertThat(kit().with("lifeboat.history.maxAge", "0d")
                        .run(HistoryTestCase.class, "quiet")
                        .get(0)
                        .message())
                .contains("lifeboat.history.maxAge = \"0d\" must be more than 0", "Maybe set lifeboat.history=off");
    }

    @Test
    void aHistoryThatCannotBeMadeIsToldBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(reports.resolve("file"), "");
        Outcome outcome = kit().with("lifeboat.history", file.toString())
                .with("lifeboat.history.simulated", "true")
                .run(HistoryTestCase.class, "quiet")
                .get(0);
        assertThat(outcome.message()).contains("The history (" + file.toAbsolutePath() + ") cannot be made");
    }

    private RecordedRun simulated(String method) {
        run(kit().with("lifeboat.history.simulated", "true"), method);
        List<RecordedRun> runs = HistoryStore.open(
                        reports.resolve("history"), HistoryLimits.DEFAULT, InstantSource.system())
                .runs();
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private void run(ResilienceTestKit kit, String method) {
        assertThat(kit.run(HistoryTestCase.class, method))
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.status()).as(outcome.message()).isEqualTo(Status.SUCCESSFUL));
    }

    private ResilienceTestKit kit() {
        return ResilienceTestKit.reportingTo(reports);
    }

    @SimulatedCluster(nodes = 3)
    @DeployWorkload(name = "orders", on = "node-1")
    static class HistoryTestCase {

        @Test
        @CorruptMemory(target = "node-1", rampUp = "5s", then = Then.CRASH)
        void crashes() {}

        @Test
        @ThrottleCpu(target = "node-1", rampUp = "2s", duration = "4s")
        void peaks() {}

        @Test
        @ResilienceTest(duration = "5s")
        void quiet() {}
    }
}
