package io.lifeboat.sample.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.AlertRaised;
import io.lifeboat.report.journal.JournalEntry.FaultInjected;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.JournalEntry.LoadInterval;
import io.lifeboat.report.journal.JournalEntry.MigrationAdvanced;
import io.lifeboat.report.journal.JournalEntry.MigrationStarted;
import io.lifeboat.report.journal.JournalEntry.NodeCrashed;
import io.lifeboat.report.journal.JournalEntry.Started;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunFiguresTests {

    private static final JournalEntry STARTED =
            new Started(0, "id", "cpu [1]", "C", "cpu", "2026-01-01T00:00:00Z", 7, "local", "acting", "mvn", List.of());
    private static final JournalEntry FINISHED = new Finished(9_000_000, "passed", "all well");

    @Test
    void countsAMoveBeforeTheCrash() {
        RunFigures figures = run(
                new FaultInjected(3_000_000, "f", "CPU_THROTTLE", "node-1", 1, 5_000_000, "cgroup", "quota", false),
                alert(4_000_000, "node-1", "INFORMATIONAL"),
                alert(5_000_000, "node-1", "WARNING"),
                new MigrationStarted(5_500_000, "m", "orders", "node-1", "node-2", "PLANNED", "healthier"),
                advanced(6_500_000, "DRAINING"),
                advanced(8_500_000, "COMPLETED"),
                new NodeCrashed(8_000_000, "f", "node-1"),
                new LoadInterval(8_500_000, "load", 1_000_000, 98, 2, "", "refused"));

        assertThat(figures.kind()).isEqualTo("cpu");
        assertThat(figures.seed()).isEqualTo(7);
        assertThat(figures.crashed()).isTrue();
        assertThat(figures.moved()).isTrue();
        assertThat(figures.lead()).hasValue(3000);
        assertThat(figures.spare()).hasValue(1500);
        assertThat(figures.migration()).hasValue(1000);
        assertThat(figures.requests()).isEqualTo(100);
        assertThat(figures.failed()).isEqualTo(2);
        assertThat(figures.falseAlarms()).isZero();
        assertThat(figures.outcome()).isEqualTo("passed: all well");
    }

    @Test
    void doesNotCountAMoveAfterTheCrash() {
        RunFigures figures = run(
                new FaultInjected(3_000_000, "f", "CPU_THROTTLE", "node-1", 1, 5_000_000, "cgroup", "quota", false),
                new NodeCrashed(8_000_000, "f", "node-1"),
                new MigrationStarted(8_100_000, "m", "orders", "node-1", "node-2", "RESTART", "node is down"),
                advanced(9_000_000, "COMPLETED"));

        assertThat(figures.moved()).isFalse();
        assertThat(figures.lead()).isEmpty();
    }

    @Test
    void countsWarningsWithoutAFaultAsFalse() {
        RunFigures figures = run(
                alert(1_000_000, "node-1", "CRITICAL"),
                alert(2_000_000, "node-2", "INFORMATIONAL"),
                new FaultInjected(3_000_000, "f", "CPU_THROTTLE", "node-1", 1, 5_000_000, "cgroup", "quota", false),
                alert(4_000_000, "node-2", "WARNING"));

        assertThat(figures.falseAlarms()).isEqualTo(2);
        assertThat(figures.crashed()).isFalse();
        assertThat(figures.moved()).isFalse();
    }

    @Test
    void summaryNamesEveryGoalThatWasMissed() {
        RunFigures still = run(alert(1_000_000, "node-1", "WARNING"));
        CampaignSummary summary = new CampaignSummary(List.of(still), 2);

        assertThat(summary.markdown(List.of("cpu", "faultFree")))
                .contains("MISSED: cpu: not every run ran to its crash")
                .contains("MISSED: cpu: moved before the crash in only 0 of 2 runs")
                .contains("MISSED: faultFree: only 0 of 2 runs ran");
        assertThat(summary.csv()).contains("cpu,7,false,false,,,,0,0,1,\"passed: all well\"");
    }

    private static RunFigures run(JournalEntry... entries) {
        return RunFigures.of(Stream.of(Stream.of(STARTED), Stream.of(entries), Stream.of(FINISHED))
                .flatMap(e -> e)
                .toList());
    }

    private static AlertRaised alert(long at, String node, String tier) {
        return new AlertRaised(at, node, "CPU", tier, 0.8, 0.5, 10_000_000, List.of());
    }

    private static MigrationAdvanced advanced(long at, String phase) {
        return new MigrationAdvanced(at, "m", "orders", phase, null, null, null);
    }
}
