package io.lifeboat.junit.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    @ParameterizedTest
    @CsvSource({
        "3s, PT3S",
        "250ms, PT0.25S",
        "1.5s, PT1.5S",
        "2m, PT2M",
        "1h, PT1H",
        "10 s, PT10S",
        "PT7S, PT7S",
        "0s, PT0S"
    })
    void readsWhatPeopleWrite(String text, Duration expected) {
        assertThat(Durations.parse("after", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 sec", "", "s", "-3s", "5x", "1e3s", "0.0000000001s", "three"})
    void refusesTheRestAndSaysWhatToWrite(String text) {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> Durations.parse("after", text))
                .withMessageContaining("after = \"" + text + "\"")
                .withMessageContaining("Maybe write \"3s\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-3S", "25h"})
    void refusesWhatIsOutOfRange(String text) {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> Durations.parse("after", text))
                .withMessageContaining("at least 0 and at most 24h");
    }

    @Test
    void refusesZeroWhereSomethingMustLast() {
        assertThatExceptionOfType(PlanException.class)
                .isThrownBy(() -> Durations.parsePositive("duration", "0s"))
                .withMessageContaining("longer than 0");
    }
}
