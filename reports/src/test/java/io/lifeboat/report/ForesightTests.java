package io.lifeboat.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.report.html.ReportPage;
import io.lifeboat.report.journal.JournalEntry.NodeStatusChanged;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForesightTests {

    @Test
    void timesCountFromTheInjectionAndTheLeadToTheFailure() {
        Foresight foresight = only(new JournalBuilder()
                .deployed("orders-1", "node-1")
                .fault(2000, "f", "node-1")
                .alert(2500, "node-1", "INFORMATIONAL")
                .alert(3000, "node-1", "WARNING")
                .alert(3200, "node-1", "CRITICAL")
                .moved("m", "orders-1", "node-1", "node-2", 3300, 4000)
                .crash(6000, "f", "node-1")
                .result());
        assertThat(foresight.lead()).contains(Duration.ofMillis(3000));
        assertThat(foresight.tiers())
                .containsExactly(
                        Map.entry("INFORMATIONAL", Duration.ofMillis(500)),
                        Map.entry("WARNING", Duration.ofMillis(1000)),
                        Map.entry("CRITICAL", Duration.ofMillis(1200)));
        assertThat(foresight.decided()).contains(Duration.ofMillis(1300));
        assertThat(foresight.serving()).contains(Duration.ofMillis(2000));
    }

    @Test
    void theDecisiveAlertIsTheLastOneBeforeTheDecision() {
        Foresight foresight = only(new JournalBuilder()
                .fault(2000, "f", "node-1")
                .alert(3000, "node-1", "WARNING")
                .alert(3200, "node-1", "CRITICAL")
                .moved("m", "orders-1", "node-1", "node-2", 3300, 4000)
                .alert(3400, "node-1", "CRITICAL")
                .result());
        assertThat(foresight.decisive().orElseThrow().at()).isEqualTo(Duration.ofMillis(3200));
    }

    @Test
    void withoutAMoveTheFirstOfTheMostUrgentAlertsIsDecisive() {
        Foresight foresight = only(new JournalBuilder()
                .fault(2000, "f", "node-1")
                .alert(3000, "node-1", "CRITICAL")
                .alert(3400, "node-1", "CRITICAL")
                .alert(3500, "node-1", "WARNING")
                .result());
        assertThat(foresight.decisive().orElseThrow().at()).isEqualTo(Duration.ofMillis(3000));
    }

    @Test
    void aFaultThatStrikesAtOnceHasNoLeadTimeButATimeOfDetection() {
        ExperimentResult result = new JournalBuilder()
                .fault(2000, "f", "node-1")
                .crash(2010, "f", "node-1")
                .add(new NodeStatusChanged(2_400_000, "node-1", "READY", "DOWN"))
                .alert(8800, "node-1", "WARNING")
                .predicted("node-2", "CPU", 0, 3000, 0)
                .result();
        assertThat(only(result).lead()).isEmpty();
        assertThat(only(result).noticed()).contains(Duration.ofMillis(400));
        assertThat(Headlines.shortestLead(result)).isEmpty();
        assertThat(PredictionSentence.lead(result)).contains("no run-up: nothing to predict, detected 400 ms after");
        assertThat(ReportPage.of(result))
                .contains("No run-up", "detected 400 ms after", "nothing to predict")
                .doesNotContain("too late", " late<");
    }

    @Test
    void aWarningAfterAFailureThatHadARunUpIsStillTooLate() {
        ExperimentResult result = new JournalBuilder()
                .fault(2000, "f", "node-1")
                .crash(5000, "f", "node-1")
                .alert(5500, "node-1", "WARNING")
                .result();
        assertThat(PredictionSentence.lead(result)).contains("warned 500 ms too late");
    }

    @Test
    void aFailureWithoutWarningIsSaidToBeOne() {
        ExperimentResult result = new JournalBuilder()
                .fault(2000, "f", "node-1")
                .crash(5000, "f", "node-1")
                .predicted("node-1", "CPU", 0, 5000, 0)
                .result();
        assertThat(PredictionSentence.lead(result)).contains("failed without a warning");
        assertThat(ReportPage.of(result)).contains("CPU throttle on node-1: failed without a warning");
    }

    @Test
    void falseAlarmsAreNamedWithTheTimeInWhichTheyCouldHaveCome() {
        JournalBuilder quiet = new JournalBuilder().predicted("node-1", "CPU", 0, 30_000, 0);
        assertThat(PredictionSentence.falseAlarms(quiet.result()))
                .isEqualTo("no false alarms in 30 s of healthy component time");
        ExperimentResult alarmed = quiet.alert(4000, "node-1", "WARNING").result();
        assertThat(PredictionSentence.falseAlarms(alarmed)).startsWith("1 false alarm in 30 s");
        assertThat(ReportPage.of(alarmed)).contains("Warnings with no fault behind them");
    }

    private static Foresight only(ExperimentResult result) {
        assertThat(result.faults()).hasSize(1);
        return Foresight.of(result).get(0);
    }
}
