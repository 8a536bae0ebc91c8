package io.lifeboat.engine.model.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The parts that {@link SeriesDetector} is made of, and the whole. */
class SeriesPartsTests {

    @Test
    void theNearestShapeIsTheNearestOneByBruteForce() {
        SplittableRandom random = new SplittableRandom(3);
        int length = 7;
        int history = 50;
        NearestShape nearest = new NearestShape(length, history);
        double[] values = random.doubles(300).toArray();
        for (int end = 0; end < values.length; end++) {
            double distance = nearest.update(values[end]);
            double expected = Double.NaN;
            for (int other = Math.max(length - 1, end - history + 1); other <= end - length; other++) {
                double sum = 0;
                for (int back = 0; back < length; back++) {
                    sum += Math.pow(values[end - back] - values[other - back], 2);
                }
                expected = Double.isNaN(expected) ? Math.sqrt(sum) : Math.min(expected, Math.sqrt(sum));
            }
            if (Double.isNaN(expected)) {
                assertThat(distance).isNaN();
            } else {
                assertThat(distance).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void theHoldPassesOnlyWhatClearlyExceedsWhatPassedShortlyBefore() {
        RefractoryHold hold = new RefractoryHold(3, 2);

        assertThat(new double[] {
                    hold.update(1), hold.update(1.5), hold.update(2.1), hold.update(4), hold.update(0), hold.update(1)
                })
                .containsExactly(1, 0, 2.1, 0, 0, 0);
        assertThat(hold.update(1)).isEqualTo(1);
    }

    @Test
    void theLevelShiftIsTheDistanceOfTheMeanFromTheMedianBefore() {
        LevelShift shift = new LevelShift(2, 100);
        for (int i = 0; i < 9; i++) {
            shift.update(5);
        }

        assertThat(shift.update(9)).isCloseTo(2, within(1e-9));
        assertThat(shift.update(9)).isCloseTo(4, within(1e-9));
    }

    @Test
    void theDailyProfileKnowsEachTimeOfDay() {
        DailyProfile profile = new DailyProfile(3600);
        for (int hour = 0; hour < 24 * 5; hour++) {
            profile.update(hour * 3600L, hour % 24 == 3 ? 80 : 10);
        }

        assertThat(profile.update(24 * 5 * 3600L + 3 * 3600, 80)).isCloseTo(0, within(1e-9));
        assertThat(profile.update(24 * 5 * 3600L + 4 * 3600, 80)).isCloseTo(70, within(1e-9));
    }

    @Test
    void aBreakInARhythmScoresAboveTheRhythm() {
        SplittableRandom random = new SplittableRandom(4);
        SeriesDetector detector = new SeriesDetector(300, 300);
        double highest = 0;
        double atBreak = 0;
        for (int i = 0; i < 2000; i++) {
            boolean broken = i >= 1800 && i < 1820;
            double value = (broken ? 25 : 10 * Math.sin(i * 2 * Math.PI / 48)) + random.nextGaussian() * 0.5;
            double score = detector.update(i * 300L, value);
            if (broken) {
                atBreak = Math.max(atBreak, score);
            } else if (i >= 300 && i < 1800) {
                highest = Math.max(highest, score);
            }
        }

        assertThat(atBreak).isGreaterThan(1.5 * highest);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NearestShape(10, 15))
                .withMessageContaining("history 15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RefractoryHold(5, 0.5))
                .withMessageContaining("factor 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DailyProfile(0))
                .withMessageContaining("binSeconds (0)");
    }
}
