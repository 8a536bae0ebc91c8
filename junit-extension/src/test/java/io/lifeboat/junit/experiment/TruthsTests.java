package io.lifeboat.junit.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.fault.FailureType;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.journal.JournalEntry.FaultOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TruthsTests {

    private static final Instant ZERO = Instant.parse("2026-01-31T12:00:00Z");
    private static final Optional<Duration> NEVER = Optional.empty();

    @Test
    void theCrashIsTheFailureEvenIfTheWorstCameBefore() {
        Truth truth = truth(fault(seconds(8), seconds(11), seconds(11), 5));
        assertThat(truth.onset()).isEqualTo(ZERO.plusSeconds(3));
        assertThat(truth.failedAt()).contains(ZERO.plusSeconds(11));
        assertThat(truth.censoredAt()).isEmpty();
    }

    @Test
    void withoutACrashTheWorstIsTheFailure() {
        assertThat(truth(fault(seconds(8), NEVER, seconds(12), 5)).failedAt()).contains(ZERO.plusSeconds(8));
    }

    @Test
    void aFaultThatWasUndoneBeforeItsWorstIsCensoredThen() {
        Truth truth = truth(fault(NEVER, NEVER, seconds(6), 5));
        assertThat(truth.failedAt()).isEmpty();
        assertThat(truth.censoredAt()).contains(ZERO.plusSeconds(6));
    }

    @Test
    void aFaultThatNeverActedIsNoTruth() {
        assertThat(Truths.of(List.of(fault(seconds(8), NEVER, seconds(12), 0)), ZERO))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FailureType.class)
    void everyTypeOfFailureBelongsToAComponent(FailureType type) {
        assertThat(truth(fault(type, seconds(8), NEVER, seconds(12), 1)).cause())
                .isEqualTo(type.name());
    }

    @Test
    void aCutBelongsToTheNetwork() {
        assertThat(truth(fault(seconds(8), NEVER, seconds(12), 5)).component()).isEqualTo(Component.NETWORK);
    }

    @Test
    void theJournalTellsTheSameInMicrosecondsSinceTheBeginning() {
        Truth failed = Truths.of(List.of(fault(seconds(8), NEVER, seconds(12), 5)), Instant.EPOCH)
                .get(0);
        Truth censored = Truths.of(List.of(fault(NEVER, NEVER, seconds(6), 5)), Instant.EPOCH)
                .get(0);
        assertThat(Truths.outcome(12_000_000, failed))
                .isEqualTo(new FaultOutcome(12_000_000, "node-1", "NETWORK", 3_000_000, 8_000_000L, null));
        assertThat(Truths.outcome(12_000_000, censored).censoredMicros()).isEqualTo(6_000_000);
    }

    private static Truth truth(FaultResult fault) {
        List<Truth> truths = Truths.of(List.of(fault), ZERO);
        assertThat(truths).hasSize(1);
        return truths.get(0);
    }

    private static Optional<Duration> seconds(int seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private static FaultResult fault(
            Optional<Duration> peak, Optional<Duration> crash, Optional<Duration> cleared, long hits) {
        return fault(FailureType.NETWORK_CUT, peak, crash, cleared, hits);
    }

    private static FaultResult fault(
            FailureType type,
            Optional<Duration> peak,
            Optional<Duration> crash,
            Optional<Duration> cleared,
            long hits) {
        return new FaultResult(
                "fault-1",
                type.name(),
                "node-1",
                0.9,
                Duration.ofSeconds(3),
                peak,
                crash,
                cleared,
                "injector",
                "means",
                false,
                hits,
                "hits",
                "",
                Optional.empty());
    }
}
