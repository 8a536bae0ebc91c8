package io.lifeboat.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.report.journal.Phase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultFiguresTests {

    @Test
    void leadTimeCountsToTheFirstFullSeverity() {
        ExperimentResult result = ramp().alert(3000, "node-1", "WARNING").result();
        assertThat(result.leadTime(only(result), "WARNING")).contains(Duration.ofMillis(1000));
    }

    @Test
    void leadTimeCountsToTheCrashIfThereWasOne() {
        ExperimentResult result = ramp().alert(3000, "node-1", "WARNING")
                .crash(5500, "f", "node-1")
                .result();
        assertThat(result.leadTime(only(result), "WARNING")).contains(Duration.ofMillis(2500));
    }

    @Test
    void leadTimeIsNegativeWhenTheWarningCameTooLate() {
        ExperimentResult result = ramp().alert(4300, "node-1", "WARNING").result();
        assertThat(result.leadTime(only(result), "WARNING")).contains(Duration.ofMillis(-300));
    }

    @Test
    void alertsBeforeTheFaultElsewhereOrOfALowerTierDoNotCountAsWarnings() {
        ExperimentResult result = ramp().alert(1900, "node-1", "WARNING")
                .alert(2500, "node-2", "CRITICAL")
                .alert(2600, "node-1", "INFORMATIONAL")
                .result();
        assertThat(result.leadTime(only(result), "WARNING")).isEmpty();
        assertThat(result.firstAlert(only(result), "INFORMATIONAL")).isPresent();
    }

    @Test
    void timeToMoveCountsFromTheInjectionToServiceElsewhere() {
        ExperimentResult result = ramp().deployed("orders-1", "node-1")
                .deployed("orders-2", "node-2")
                .moved("m1", "orders-1", "node-1", "node-3", 3000, 5100)
                .result();
        assertThat(result.workloadsHitBy(only(result))).containsExactly("orders-1");
        assertThat(result.timeToMove(only(result), "orders-1")).contains(Duration.ofMillis(3100));
        assertThat(result.timeToMove(only(result), "orders-2")).isEmpty();
    }

    @Test
    void aWorkloadThatMovedEarlierIsHitWhereItIsNow() {
        ExperimentResult result = new JournalBuilder()
                .deployed("orders-1", "node-1")
                .moved("m1", "orders-1", "node-1", "node-2", 500, 900)
                .fault(1000, "old", "node-1")
                .fault(1100, "new", "node-2")
                .result();
        assertThat(result.workloadsHitBy(result.faults().get(0))).isEmpty();
        assertThat(result.workloadsHitBy(result.faults().get(1))).containsExactly("orders-1");
    }

    @Test
    void recoveryIsTheBeginningOfTheFirstWholeGoodSecond() {
        ExperimentResult result = recovering()
                .second(7000, 40, 60, 1000)
                .second(8000, 100, 0, 1000)
                .result();
        assertThat(result.recoveryTime(only(result))).contains(Duration.ofMillis(1000));
    }

    @Test
    void slowAnswersAreNoRecovery() {
        ExperimentResult result = recovering()
                .second(7000, 100, 0, 60_000)
                .second(8000, 100, 0, 40_000)
                .result();
        assertThat(result.recoveryTime(only(result))).contains(Duration.ofMillis(1000));
    }

    @Test
    void recoveryIsZeroIfServiceDidNotSufferAndEmptyIfItNeverCameBack() {
        ExperimentResult well = recovering().second(7000, 100, 0, 1000).result();
        assertThat(well.recoveryTime(only(well))).contains(Duration.ZERO);
        ExperimentResult dead = recovering().second(7000, 0, 100, 1000).result();
        assertThat(dead.recoveryTime(only(dead))).isEmpty();
    }

    @Test
    void recoveryFromACrashCountsFromTheCrash() {
        ExperimentResult result = new JournalBuilder()
                .phase(0, Phase.BASELINE)
                .second(1000, 100, 0, 1000)
                .fault(1000, "f", "node-1")
                .crash(2000, "f", "node-1")
                .second(3000, 0, 100, 1000)
                .second(4000, 100, 0, 1000)
                .cleared(9000, "f", 1, null)
                .result();
        assertThat(result.recoveryTime(only(result))).contains(Duration.ofMillis(1000));
    }

    @Test
    void alertsUpToFiveSecondsAfterAFaultAreDueToIt() {
        ExperimentResult result = ramp().alert(1999, "node-1", "WARNING")
                .alert(3000, "node-1", "WARNING")
                .alert(3100, "node-2", "CRITICAL")
                .alert(3200, "node-3", "INFORMATIONAL")
                .cleared(6000, "f", 9, null)
                .alert(11000, "node-1", "WARNING")
                .alert(11001, "node-1", "WARNING")
                .result();
        assertThat(result.falseAlarms("WARNING"))
                .extracting(alert -> alert.at().toMillis())
                .containsExactly(1999L, 3100L, 11001L);
        assertThat(result.falseAlarms("CRITICAL")).hasSize(1);
    }

    @Test
    void movesOffHealthyNodesAreNeedless() {
        ExperimentResult result = ramp().cleared(6000, "f", 9, null)
                .moved("before", "a", "node-1", "node-2", 1000, 1100)
                .moved("during", "b", "node-1", "node-2", 3000, 3100)
                .moved("elsewhere", "c", "node-2", "node-3", 3000, 3100)
                .moved("aftermath", "d", "node-1", "node-2", 11000, 11100)
                .moved("late", "e", "node-1", "node-2", 11001, 11100)
                .result();
        assertThat(result.needlessMigrations())
                .extracting(MigrationResult::id)
                .containsExactlyInAnyOrder("before", "elsewhere", "late");
    }

    @Test
    void faultsWithoutEffectAndFailedUndosAreNamed() {
        ExperimentResult result = new JournalBuilder()
                .fault(1000, "idle", "node-1")
                .fault(1000, "stuck", "node-2")
                .cleared(2000, "idle", 0, null)
                .cleared(2000, "stuck", 5, "quota is still 5000")
                .result();
        assertThat(result.faultsThatNeverTookEffect())
                .extracting(FaultResult::id)
                .containsExactly("idle");
        assertThat(result.undoFailures()).containsExactly("quota is still 5000");
    }

    private static JournalBuilder ramp() {
        return new JournalBuilder()
                .fault(2000, "f", "node-1")
                .severity(3000, "f", 0.45)
                .severity(4000, "f", 0.9)
                .severity(5000, "f", 0.9);
    }

    private static JournalBuilder recovering() {
        return new JournalBuilder()
                .phase(0, Phase.BASELINE)
                .second(1000, 100, 0, 1000)
                .phase(1000, Phase.FAULT)
                .fault(1000, "f", "node-1")
                .cleared(6000, "f", 1, null)
                .phase(6000, Phase.RECOVERY);
    }

    private static FaultResult only(ExperimentResult result) {
        assertThat(result.faults()).hasSize(1);
        return result.faults().get(0);
    }
}
