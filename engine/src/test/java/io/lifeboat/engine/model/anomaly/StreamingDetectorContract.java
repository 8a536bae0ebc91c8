package io.lifeboat.engine.model.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every {@link StreamingDetector}. */
abstract class StreamingDetectorContract {

    static final int DIMENSIONS = 6;

    /** A detector of {@value #DIMENSIONS} values whose usual rows are {@link #usual}. */
    abstract StreamingDetector detector();

    static double[] usual(SplittableRandom random) {
        double[] row = new double[DIMENSIONS];
        double shared = random.nextGaussian();
        Arrays.setAll(row, i -> 100 + shared + random.nextGaussian());
        return row;
    }

    private static StreamingDetector taught(StreamingDetector detector) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            detector.update(usual(random));
        }
        return detector;
    }

    @Test
    void aFreakValueScoresAboveEveryUsualRowAndIsBlamed() {
        StreamingDetector detector = taught(detector());
        SplittableRandom random = new SplittableRandom(12);
        double highest = 0;
        for (int i = 0; i < 100; i++) {
            highest = Math.max(highest, detector.update(usual(random)).score());
        }
        double[] freak = usual(random);
        freak[4] += 60;

        Unusualness judged = detector.update(freak);

        assertThat(judged.score()).isGreaterThan(highest);
        assertThat(judged.ranking().get(0)).isEqualTo(4);
    }

    @Test
    void theAttributionAddsUpToTheScore() {
        StreamingDetector detector = taught(detector());
        double[] freak = usual(new SplittableRandom(13));
        freak[1] -= 40;

        Unusualness judged = detector.update(freak);

        assertThat(Arrays.stream(judged.attribution()).sum()).isCloseTo(judged.score(), within(1e-6));
        assertThat(judged.attribution()).hasSize(DIMENSIONS);
        assertThat(Arrays.stream(judged.attribution()).min().orElseThrow()).isNotNegative();
    }

    @Test
    void missingValuesNeverRaiseTheScore() {
        StreamingDetector detector = taught(detector());
        double[] blackOut = new double[DIMENSIONS];
        Arrays.fill(blackOut, Double.NaN);
        double[] freak = usual(new SplittableRandom(14));
        freak[0] += 60;
        double ofFreak = taught(detector()).update(freak).score();

        assertThat(detector.update(blackOut).score()).isLessThan(ofFreak / 2);
    }

    @Test
    void sameRowsSameScores() {
        double[] row = usual(new SplittableRandom(15));

        assertThat(taught(detector()).update(row).attribution())
                .isEqualTo(taught(detector()).update(row).attribution());
    }

    @Test
    void aRowOfAnotherLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector().update(new double[DIMENSIONS + 1]))
                .withMessageContaining("7 values");
    }

    @Test
    void anInfiniteValueIsRefused() {
        double[] row = usual(new SplittableRandom(16));
        row[3] = Double.POSITIVE_INFINITY;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> detector().update(row))
                .withMessageContaining("Value 3");
    }
}
