package io.lifeboat.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.learned.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryOutcomesTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static Instant second(int second) {
        return START.plusSeconds(second);
    }

    private static Outcome outcome(Truth truth, String node, Component component, int second) {
        return new HistoryOutcomes(List.of(truth), Duration.ofSeconds(10)).of(node, component, second(second));
    }

    private static Truth truth(Optional<Instant> failed, Optional<Instant> censored) {
        return new Truth("a", Component.DISK, "DISK_LATENCY", second(20), failed, censored);
    }

    @Test
    void aComponentFailsFromTheOnsetOnIfTheFailureIsWithinTheHorizon() {
        Truth failing = truth(Optional.of(second(40)), Optional.empty());
        assertThat(outcome(failing, "a", Component.DISK, 19)).isEqualTo(Outcome.HOLDS);
        assertThat(outcome(failing, "a", Component.DISK, 25)).isEqualTo(Outcome.HOLDS);
        assertThat(outcome(failing, "a", Component.DISK, 30)).isEqualTo(Outcome.FAILS);
        assertThat(outcome(failing, "a", Component.CPU, 35)).isEqualTo(Outcome.HOLDS);
        assertThat(outcome(failing, "b", Component.DISK, 35)).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void afterTheFailureNothingIsKnownOfTheNode() {
        Truth failing = truth(Optional.of(second(40)), Optional.empty());
        assertThat(outcome(failing, "a", Component.DISK, 40)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(failing, "a", Component.CPU, 41)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(failing, "b", Component.CPU, 41)).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void whatOurOwnActionEndedIsCountedNeitherWay() {
        Truth censored = truth(Optional.empty(), Optional.of(second(26)));
        assertThat(outcome(censored, "a", Component.DISK, 19)).isEqualTo(Outcome.HOLDS);
        assertThat(outcome(censored, "a", Component.DISK, 22)).isEqualTo(Outcome.UNKNOWN);
        assertThat(outcome(censored, "a", Component.DISK, 27)).isEqualTo(Outcome.HOLDS);
    }

    @Test
    void aDisturbanceThatPassedByItselfHeld() {
        assertThat(outcome(truth(Optional.empty(), Optional.empty()), "a", Component.DISK, 25))
                .isEqualTo(Outcome.HOLDS);
    }
}
