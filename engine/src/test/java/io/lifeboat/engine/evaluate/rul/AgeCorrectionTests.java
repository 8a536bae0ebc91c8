package io.lifeboat.engine.evaluate.rul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgeCorrectionTests {

    private static final double[] PREDICTED =
            IntStream.range(0, 400).mapToDouble(i -> i % 20 * 6).toArray();
    private static final double[] AGES =
            IntStream.range(0, 400).mapToDouble(i -> 50 + i / 20 * 10).toArray();

    private static AgeCorrection fittedTo(double perCycleOfAge) {
        double[] truths = IntStream.range(0, 400)
                .mapToDouble(i -> 10 + 0.9 * PREDICTED[i] + perCycleOfAge * AGES[i])
                .toArray();
        return AgeCorrection.fit(PREDICTED, AGES, truths);
    }

    @Test
    void findsByHowMuchOldUnitsOutliveWhatIsSaidOfThem() {
        assertThat(fittedTo(0.2).of(60, 150)).isCloseTo(10 + 54 + 30, within(0.1));
        assertThat(fittedTo(0).of(60, 150)).isCloseTo(64, within(0.1));
    }

    @Test
    void agesBeyondThoseSeenCountAsTheNearestSeen() {
        AgeCorrection correction = fittedTo(0.2);

        assertThat(correction.of(60, 10_000)).isEqualTo(correction.of(60, 240));
        assertThat(correction.of(60, 1)).isEqualTo(correction.of(60, 50));
    }

    @Test
    void noUnitHasLessThanNothingLeft() {
        assertThat(fittedTo(-0.5).of(0, 240)).isZero();
    }
}
