package io.lifeboat.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.lifeboat.engine.cluster.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictionTests {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final Prediction ABSTAINED = new Prediction(
            "node-1",
            Component.DISK,
            NOW,
            Duration.ofSeconds(10),
            0,
            new Interval(0.1, 0.2),
            100,
            List.of(),
            List.of(),
            new Guarantee(0.05, 0.5),
            true,
            Optional.of(RemainingLife.estimated(3, 2)));

    @Test
    void anotherJudgementChangesNothingElse() {
        Prediction judged = ABSTAINED.withJudgement(0.3, 70, List.of());

        assertThat(judged.probability()).isEqualTo(0.3);
        assertThat(judged.health()).isEqualTo(70);
        assertThat(judged.abstained()).isFalse();
        assertThat(judged)
                .usingRecursiveComparison()
                .ignoringFields("probability", "health", "abstained")
                .isEqualTo(ABSTAINED);
    }

    @Test
    void aJudgementIsCheckedLikeAnyOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ABSTAINED.withJudgement(1.2, 70, List.of()))
                .withMessage("probability (1.2) must be within 0 and 1.");
    }

    @Test
    void anotherClockChangesNothingButTimes() {
        Optional<RemainingLife> life = Optional.of(RemainingLife.estimated(30, 20));
        Prediction told = ABSTAINED.withTimes(NOW.plusSeconds(5), Duration.ofSeconds(100), life);

        assertThat(told.at()).isEqualTo(NOW.plusSeconds(5));
        assertThat(told.horizon()).isEqualTo(Duration.ofSeconds(100));
        assertThat(told.remainingLife()).isEqualTo(life);
        assertThat(told)
                .usingRecursiveComparison()
                .ignoringFields("at", "horizon", "remainingLife")
                .isEqualTo(ABSTAINED);
    }
}
