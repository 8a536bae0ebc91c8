package io.lifeboat.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTests {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 s, 0.0 s",
        "PT0.04S, 0.0 s, 0.1 s",
        "PT7S, 7.0 s, 7.0 s",
        "PT6.96S, 6.9 s, 7.0 s",
        "PT9.99S, 9.9 s, 10.0 s",
        "PT10S, 10 s, 10 s",
        "PT45.000000001S, 45 s, 46 s",
        "PT119.9S, 119 s, 120 s",
        "PT2M, 2 min, 2 min",
        "PT2M59.9S, 2 min, 3 min",
        "PT119M59S, 119 min, 120 min",
        "PT2H, 2 h, 2 h",
        "PT5H1S, 5 h, 6 h",
        "P2D, 2 days, 2 days",
        "P400DT23H, 400 days, 401 days"
    })
    void saysAtLeastAndAtMostInTheUnitThatSuits(Duration duration, String atLeast, String atMost) {
        assertThat(DurationText.of(duration, RoundingMode.FLOOR)).isEqualTo(atLeast);
        assertThat(DurationText.of(duration, RoundingMode.CEILING)).isEqualTo(atMost);
    }

    @Test
    void roundsToTheNearestIfTold() {
        assertThat(DurationText.of(Duration.ofMillis(12_500), RoundingMode.HALF_UP))
                .isEqualTo("13 s");
        assertThat(DurationText.of(Duration.ofMinutes(150).minusSeconds(1), RoundingMode.HALF_UP))
                .isEqualTo("2 h");
    }

    @Test
    void whatIsPromisedIsNeverMoreThanThereIs() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            Duration duration = Duration.ofNanos((long) Math.exp(random.nextDouble() * 39));
            assertThat(read(DurationText.of(duration, RoundingMode.FLOOR))).isLessThanOrEqualTo(duration);
        }
    }

    private static Duration read(String text) {
        String[] parts = text.split(" ");
        double seconds = Double.parseDouble(parts[0])
                * switch (parts[1]) {
                    case "s" -> 1;
                    case "min" -> 60;
                    case "h" -> 3_600;
                    default -> 86_400;
                };
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
