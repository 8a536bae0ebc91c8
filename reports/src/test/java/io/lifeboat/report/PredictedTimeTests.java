package io.lifeboat.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PredictedTimeTests {

    private static final Offset<Double> CLOSE = within(1e-6);

    @Test
    void onlyTheDegradingComponentFailsAndOnlyWithinTheHorizon() {
        Calibration calibration = calibration(failing()
                .predicted("node-1", "CPU", 0, 6000, 0.6)
                .predicted("node-1", "DISK", 0, 6000, 0.02)
                .predicted("node-2", "CPU", 0, 6000, 0.02));
        assertThat(calibration.failed()).as("from 4 s, 1 s ahead, to 5 s").isEqualTo(1, CLOSE);
        assertThat(calibration.failures()).isEqualTo(1);
        assertThat(calibration.seconds())
                .as("5 s of both parts of node-1, all of node-2")
                .isEqualTo(15.9, CLOSE);
    }

    @Test
    void beforeTheFaultBeganNothingWasToBeSeen() {
        Calibration calibration = calibration(new JournalBuilder()
                .horizon(10_000)
                .fault(2000, "f", "node-1")
                .crash(5000, "f", "node-1")
                .failed("node-1", "CPU", 2000, 5000)
                .predicted("node-1", "CPU", 0, 5000, 0));
        assertThat(calibration.failed()).as("3 s of run-up, not all 5 s").isEqualTo(2.9, CLOSE);
    }

    @Test
    void aFaultThatWasUndoneBeforeItsWorstCountsNeitherWay() {
        Calibration calibration = calibration(new JournalBuilder()
                .horizon(9000)
                .fault(2000, "f", "node-1")
                .severity(3000, "f", 0.5)
                .cleared(4000, "f", 7, null)
                .censored("node-1", "CPU", 2000, 4000)
                .predicted("node-1", "CPU", 0, 6000, 0.5));
        assertThat(calibration.seconds()).isEqualTo(3.9, CLOSE);
        assertThat(calibration.failed()).isZero();
    }

    @Test
    void whatAJournalDoesNotTellTheOutcomeOfIsNotGuessed() {
        Calibration calibration = calibration(new JournalBuilder()
                .horizon(1000)
                .fault(2000, "f", "node-1")
                .crash(5000, "f", "node-1")
                .predicted("node-2", "CPU", 0, 6000, 0.5));
        assertThat(calibration.seconds()).isZero();
    }

    @Test
    void scoresAreThoseOfBrier() {
        Calibration calibration = calibration(failing().predicted("node-1", "CPU", 3000, 5100, 0.9));
        assertThat(calibration.seconds()).isEqualTo(2, CLOSE);
        assertThat(calibration.brierScore().orElseThrow()).isEqualTo((0.01 + 0.81) / 2, CLOSE);
        assertThat(calibration.brierOfBaseRate().orElseThrow()).isEqualTo(0.25, CLOSE);
        assertThat(calibration.meanWhenHolding().orElseThrow()).isEqualTo(0.9, CLOSE);
        assertThat(calibration.expected()).isEqualTo(1.8, CLOSE);
        assertThat(calibration.saysEnough()).isFalse();
    }

    @Test
    void healthyTimeIsThatOfNodesWithoutAFaultNorShortlyAfterOne() {
        PredictedTime time = PredictedTime.of(failing()
                .cleared(6000, "f", 3, null)
                .predicted("node-1", "CPU", 0, 13_100, 0)
                .predicted("node-2", "CPU", 0, 1100, 0)
                .result());
        assertThat(time.healthySeconds()).isEqualTo(2 + 1.9 + 1, within(0.11));
    }

    @Test
    void aGapIsNotTimeThatWasPredicted() {
        Calibration calibration = calibration(new JournalBuilder()
                .horizon(1000)
                .predicted("node-1", "CPU", 0, 100, 0)
                .predicted("node-1", "CPU", 60_000, 60_100, 0));
        assertThat(calibration.seconds()).isEqualTo(2, CLOSE);
    }

    @Test
    void withoutAHorizonThereIsNoCalibration() {
        PredictedTime time = PredictedTime.of(
                new JournalBuilder().predicted("n", "CPU", 0, 2000, 0.5).result());
        assertThat(time.horizon()).isEmpty();
        assertThat(time.calibration().seconds()).isZero();
    }

    @Test
    void certaintyBelongsToTheHighestBinAndLimitsToTheUpperOne() {
        Calibration calibration =
                Calibration.EMPTY.plus(1, true, 1).plus(0.2, false, 3).plus(0, false, 5);
        assertThat(calibration.bins())
                .extracting(Calibration.Bin::seconds)
                .containsExactly(5.0, 0.0, 0.0, 3.0, 0.0, 1.0);
        assertThat(calibration.plus(calibration).seconds()).isEqualTo(18, CLOSE);
    }

    /** From 2 s to 5 s, when it crashes. */
    private static JournalBuilder failing() {
        return new JournalBuilder()
                .horizon(1000)
                .fault(2000, "f", "node-1")
                .crash(5000, "f", "node-1")
                .failed("node-1", "CPU", 2000, 5000);
    }

    private static Calibration calibration(JournalBuilder journal) {
        return PredictedTime.of(journal.result()).calibration();
    }
}
