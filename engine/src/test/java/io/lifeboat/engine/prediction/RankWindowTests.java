package io.lifeboat.engine.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankWindowTests {

    private static final int COUNT = 3_000;

    private final SplittableRandom random = new SplittableRandom(5);
    private final RankWindow window = new RankWindow();

    private double[] opened(double[] values, int rank) {
        window.open(values.clone(), values.length, rank);
        return values;
    }

    private void change(double[] values, double value) {
        int at = random.nextInt(values.length);
        window.remove(values[at]);
        window.add(value);
        values[at] = value;
    }

    private void assertThatWhatItHoldsIsTrue(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        assertThat(window.size()).isEqualTo(values.length);
        for (int rank = 0; rank < sorted.length; rank++) {
            if (window.holds(rank)) {
                assertThat(window.get(rank)).isEqualTo(sorted[rank]);
            }
        }
    }

    @Test
    void valuesThatComeAndGoMoveTheRanksByAFewPlaces() {
        double[] values = opened(random.doubles(COUNT).toArray(), 2_250);
        for (int i = 0; i < 200; i++) {
            change(values, random.nextDouble());
        }

        assertThat(window.holds(2_250)).isTrue();
        assertThat(window.holds(2_251)).isTrue();
        assertThatWhatItHoldsIsTrue(values);
    }

    @Test
    void equalValuesAreCounted() {
        double[] values = opened(random.ints(COUNT, 0, 5).asDoubleStream().toArray(), 2_250);
        for (int i = 0; i < 500; i++) {
            change(values, random.nextInt(6));
        }

        assertThat(window.holds(2_250)).isTrue();
        assertThatWhatItHoldsIsTrue(values);
    }

    @Test
    void aRankThatHasMovedOutIsNotClaimed() {
        double[] values = opened(random.doubles(COUNT).toArray(), 2_250);
        for (int i = 0; i < 2_500; i++) {
            change(values, 2);
        }

        assertThat(window.holds(2_250)).isFalse();
        assertThatWhatItHoldsIsTrue(values);
    }

    @Test
    void whenTooManyGatherNothingIsClaimedUntilItIsOpenedAgain() {
        double[] values = opened(random.doubles(COUNT).toArray(), 2_250);
        double near = window.get(2_250);
        for (int i = 0; i < 2_000; i++) {
            change(values, near + 1e-9 * i);
        }

        assertThat(window.holds(2_250)).isFalse();
        assertThatWhatItHoldsIsTrue(values);
        opened(values, 2_250);
        assertThat(window.holds(2_250)).isTrue();
        assertThatWhatItHoldsIsTrue(values);
    }
}
