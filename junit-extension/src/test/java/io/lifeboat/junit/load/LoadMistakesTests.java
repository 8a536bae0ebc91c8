package io.lifeboat.junit.load;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadMistakesTests {

    private final VirtualLoad virtual = new VirtualLoad(1);

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 100_001, Double.NaN})
    void aRateOutOfRangeIsRefused(double rate) {
        assertThatThrownBy(() -> virtual.load.rate(rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rate = " + rate)
                .hasMessageContaining("Maybe");
    }

    @Test
    void anUnreadableDurationIsRefused() {
        assertThatThrownBy(() -> virtual.load.rate(1).forDuration("5x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("forDuration = \"5x\" is not a duration");
    }

    @Test
    void twoLoadsCannotShareAName() {
        virtual.load.rate(1).forDuration("1s").run(() -> "ok");

        assertThatThrownBy(() -> virtual.load.rate(1).forDuration("1s").run(() -> "ok"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a load \"load\" already");
    }

    @Test
    void aLoadWithoutAnyEndIsRefused() {
        assertThatThrownBy(() -> virtual.load.rate(1).run(() -> "ok"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would never end");
    }

    @Test
    @SuppressWarnings("NullAway") // the mistake under test
    void aMissingActionIsNamed() {
        assertThatThrownBy(() -> virtual.load.rate(1).run(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no action");
    }
}
