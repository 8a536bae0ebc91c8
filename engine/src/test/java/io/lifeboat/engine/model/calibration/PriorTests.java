package io.lifeboat.engine.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PriorTests {

    private static final GammaPoissonRate VENDOR = GammaPoissonRate.prior(0.01, 100);

    @Test
    void observationsPullTheManufacturersRate() {
        assertThat(VENDOR.mean()).isCloseTo(0.01, within(1e-12));
        assertThat(VENDOR.observe(9, 100).mean()).isCloseTo((0.01 * 100 + 9) / 200, within(1e-12));
        assertThat(VENDOR.observe(9_000, 100_000).mean()).isCloseTo(0.09, within(0.001));
    }

    @Test
    void theChanceToFailComesNearRateTimesTimeWhenMuchIsKnown() {
        assertThat(VENDOR.observe(990, 99_900).probabilityWithin(36.525)).isCloseTo(0.001, within(0.0001));
    }

    @Test
    void aWorseModelRaisesTheClassifiersProbabilityButNotWithoutLimit() {
        GammaPoissonRate twice = GammaPoissonRate.prior(0.02, 100);
        GammaPoissonRate absurd = GammaPoissonRate.prior(100, 100);

        assertThat(twice.merge(0.5, VENDOR)).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(VENDOR.merge(0.5, VENDOR)).isCloseTo(0.5, within(1e-12));
        assertThat(absurd.merge(0.5, VENDOR)).isCloseTo(Logits.sigmoid(2), within(1e-12));
    }

    @Test
    void shapeOneHasNoMemoryAndLargerShapesAge() {
        WeibullLife random = new WeibullLife(1, 1_000);
        WeibullLife wearing = new WeibullLife(3, 1_000);

        assertThat(random.failureWithin(0, 100)).isCloseTo(1 - Math.exp(-0.1), within(1e-12));
        assertThat(random.failureWithin(5_000, 100)).isCloseTo(1 - Math.exp(-0.1), within(1e-9));
        assertThat(wearing.failureWithin(900, 100)).isGreaterThan(5 * wearing.failureWithin(100, 100));
        assertThat(new WeibullLife(0.5, 1_000).failureWithin(900, 100))
                .isLessThan(new WeibullLife(0.5, 1_000).failureWithin(0, 100));
        assertThat(wearing.failureWithin(500, 0)).isZero();
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> new WeibullLife(0, 1)).hasMessageContaining("shape 0.0");
        assertThatThrownBy(() -> new WeibullLife(1, 1).failureWithin(-1, 1)).hasMessageContaining("-1.0 h");
        assertThatThrownBy(() -> GammaPoissonRate.prior(0, 100)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> VENDOR.observe(-1, 1)).hasMessageContaining("-1.0");
    }
}
