package io.lifeboat.engine.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConformalTests {

    private static double[] uniform(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(size).toArray();
    }

    @Test
    void theThresholdKeepsItsRateOnOtherHealthyDevices() {
        double alarms = 0;
        for (int run = 0; run < 200; run++) {
            double threshold = new ConformalThreshold(uniform(199, run)).threshold(0.05);
            alarms += Arrays.stream(uniform(100, 1_000 + run))
                    .filter(s -> s >= threshold)
                    .count();
        }

        assertThat(alarms / 20_000).isBetween(0.04, 0.055);
    }

    @Test
    void thresholdAndPValueAgree() {
        ConformalThreshold conformal = new ConformalThreshold(uniform(500, 7));
        for (double alpha : new double[] {0.01, 0.05, 0.3}) {
            double threshold = conformal.threshold(alpha);

            assertThat(conformal.pValue(threshold)).isLessThanOrEqualTo(alpha + 1e-9);
            assertThat(conformal.pValue(Math.nextDown(threshold))).isGreaterThan(alpha);
        }
    }

    @Test
    void pValuesCountTheHealthyDevicesAsHigh() {
        ConformalThreshold conformal = new ConformalThreshold(new double[] {1, 2, 2, 3});

        assertThat(conformal.pValue(2)).isEqualTo(4.0 / 5);
        assertThat(conformal.pValue(2.5)).isEqualTo(2.0 / 5);
        assertThat(conformal.pValue(9)).isEqualTo(1.0 / 5);
    }

    @Test
    void tooFewDevicesGiveNoGuarantee() {
        ConformalThreshold conformal = new ConformalThreshold(uniform(98, 1));

        assertThat(conformal.guarantees(0.01)).isFalse();
        assertThat(new ConformalThreshold(uniform(99, 1)).guarantees(0.01)).isTrue();
        assertThatThrownBy(() -> conformal.threshold(0.01))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No guarantee")
                .hasMessageContaining("takes 99");
        assertThatThrownBy(() -> conformal.threshold(5)).hasMessageContaining("Maybe it is in percent");
    }

    @Test
    void theLowerBoundCoversAsPromisedAndIsTightWhereErrorsAreSmall() {
        int n = 2_000;
        SplittableRandom random = new SplittableRandom(3);
        double[] predicted = new double[n];
        double[] truth = new double[n];
        double[] spread = new double[n];
        for (int i = 0; i < n; i++) {
            spread[i] = i % 2 == 0 ? 1 : 10;
            predicted[i] = 100;
            truth[i] = 100 + spread[i] * (4 * random.nextDouble() - 2);
        }
        int half = n / 2;
        ConformalLowerBound bound = ConformalLowerBound.fit(
                Arrays.copyOf(predicted, half), Arrays.copyOf(truth, half), Arrays.copyOf(spread, half), 0.1);

        int covered = 0;
        for (int i = half; i < n; i++) {
            covered += truth[i] >= bound.bound(predicted[i], spread[i]) ? 1 : 0;
        }

        assertThat(covered / (double) half).isBetween(0.87, 0.93);
        assertThat(bound.factor()).isCloseTo(1.6, within(0.2));
        assertThat(bound.bound(100, 1)).isGreaterThan(98);
        assertThat(bound.bound(5, 10)).isZero();
    }

    @Test
    void tooFewUnitsGiveNoLowerBound() {
        ConformalLowerBound bound = ConformalLowerBound.fit(new double[8], new double[8], ones(8), 0.1);

        assertThat(bound.guaranteed()).isFalse();
        assertThat(bound.bound(100, 1)).isZero();
        assertThat(ConformalLowerBound.fit(new double[9], new double[9], ones(9), 0.1)
                        .guaranteed())
                .isTrue();
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
