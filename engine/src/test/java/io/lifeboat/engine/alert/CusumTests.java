package io.lifeboat.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CusumTests {

    private final Cusum sum = new Cusum(1.5, 0.25);

    private double secondsUntilEnough(double interval, double probability, double threshold) {
        sum.clear();
        double seconds = 0;
        while (!sum.isEnough() && seconds < 1000) {
            sum.add(interval, probability, threshold);
            seconds += interval;
        }
        return seconds;
    }

    @Test
    void itCountsTimeNotSamples() {
        double often = secondsUntilEnough(0.01, 0.6, 0.25);
        double seldom = secondsUntilEnough(0.2, 0.6, 0.25);
        // ln(0.6/0.4) - ln(0.25/0.75) - 0.25 = 1.25 nats a second
        assertThat(often).isBetween(1.2, 1.25);
        assertThat(seldom).isBetween(1.2, 1.41);
    }

    @Test
    void oneSampleIsNeverEnoughHoweverSureAndHoweverLate() {
        sum.add(3600, 1, 0.01);
        assertThat(sum.isEnough()).isFalse();
    }

    @Test
    void theThresholdItselfPilesUpNothing() {
        assertThat(secondsUntilEnough(0.1, 0.25, 0.25)).isGreaterThan(999);
    }

    @Test
    void aLongAlertIsNoHarderToEndThanAShortOne() {
        for (int i = 0; i < 100_000; i++) {
            sum.add(0.1, 0.99, 0.25);
        }
        for (int i = 0; i < 10; i++) {
            sum.add(0.1, 0, 0.25);
        }
        assertThat(sum.isDrained()).isTrue();
    }
}
