package io.lifeboat.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.SampleJournals;
import io.lifeboat.report.journal.JournalEntry;
import io.lifeboat.report.journal.JournalEntry.AlertRaised;
import io.lifeboat.report.journal.JournalEntry.Grounds;
import io.lifeboat.report.journal.JournalEntry.Guarantee;
import io.lifeboat.report.journal.JournalEntry.RemainingLife;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PredictionSectionTests {

    private static final List<JournalEntry> RUN = SampleJournals.runUpToACrash("orders", true, false);

    @Test
    void oneCardSaysHowEarlyOnWhichGroundsByWhichModelsAndUnderWhichGuarantee() {
        assertThat(ReportPage.of(ExperimentResult.of(RUN)))
                .contains("CPU throttle on node-1: warned 3.8 s ahead")
                .contains(
                        "Decisive: critical at 7.1 s, 78 % (66 % to 88 %) of a CPU failure within 10.0 s; threshold 60 %")
                .contains("reached in 1.9 s — 70 % of it", "trend: 78 %", "gradient boosting: 84 %", "Abstained: LSTM")
                .contains("at most 1.0 % ever show 30 % or more")
                .contains("No false alarms in ", "Too few failures (1, at least 10 are needed)");
    }

    @Test
    void anAlertWithoutGroundsHasNeitherModelsNorAGuarantee() {
        List<JournalEntry> old =
                RUN.stream().map(PredictionSectionTests::withoutGrounds).toList();
        assertThat(ReportPage.of(ExperimentResult.of(old)))
                .contains("No guarantee about false alarms was given", "The journal does not tell.")
                .doesNotContain("gradient boosting");
    }

    @Test
    void besideAProbabilityStandsHowLongTheComponentStillWorks() {
        assertThat(ReportPage.of(ExperimentResult.of(RUN))).doesNotContain(" left, at least ");
        assertThat(page(new RemainingLife(12_300_000, 7_040_000, true)))
                .contains("of a CPU failure within 10.0 s; about 12.3 s left, at least 7.0 s (90 %); threshold 60 %")
                .contains("78 % within 10.0 s; about 12.3 s left, at least 7.0 s (90 %)");
        assertThat(page(new RemainingLife(3_000_000, 0, false))).contains("; about 3.0 s left, none promised");
        assertThat(page(new RemainingLife(3_000_000, 2_000_000, false)))
                .contains("; about 3.0 s left, at least 2.0 s (90 %, not guaranteed)");
        assertThat(page(new RemainingLife(6_990_000, 6_990_000, true))).contains("; about 7.0 s left, at least 6.9 s");
        assertThat(page(new RemainingLife(400_000_000, 239_000_000, true))).contains("left, at least 3 min");
    }

    @Test
    void aFloorThatRoundsToNothingIsToldAsAnythingAboveIt() {
        assertThat(page(new Guarantee(0.05, 0)))
                .contains("at most 5.0 % ever show more than 0 %.")
                .doesNotContain("0 % or more");
    }

    private static String page(Guarantee guarantee) {
        return page(grounds ->
                new Grounds(grounds.low(), grounds.high(), grounds.contributions(), grounds.opinions(), guarantee));
    }

    private static String page(RemainingLife life) {
        return page(grounds -> new Grounds(
                grounds.low(), grounds.high(), grounds.contributions(), grounds.opinions(), grounds.guarantee(), life));
    }

    private static String page(UnaryOperator<Grounds> change) {
        return ReportPage.of(ExperimentResult.of(
                RUN.stream().map(entry -> withGrounds(entry, change)).toList()));
    }

    private static JournalEntry withGrounds(JournalEntry entry, UnaryOperator<Grounds> change) {
        if (!(entry instanceof AlertRaised alert)) {
            return entry;
        }
        return new AlertRaised(
                alert.at(),
                alert.node(),
                alert.component(),
                alert.tier(),
                alert.probability(),
                alert.threshold(),
                alert.horizonMicros(),
                alert.reasons(),
                change.apply(Objects.requireNonNull(alert.grounds())));
    }

    @Test
    void theChartOfANodeShowsTheIntervalAndTheThresholdsOfItsComponentMostAtRisk() {
        assertThat(ReportPage.of(ExperimentResult.of(RUN)))
                .contains("class=\"band\"", "class=\"tier critical\"", "warning from 35 %")
                .contains("thresholds of CPU: informational 20 % (dotted), warning 35 % (dashed), critical 60 %");
    }

    private static JournalEntry withoutGrounds(JournalEntry entry) {
        return entry instanceof AlertRaised alert
                ? new AlertRaised(
                        alert.at(),
                        alert.node(),
                        alert.component(),
                        alert.tier(),
                        alert.probability(),
                        alert.threshold(),
                        alert.horizonMicros(),
                        alert.reasons())
                : entry;
    }
}
