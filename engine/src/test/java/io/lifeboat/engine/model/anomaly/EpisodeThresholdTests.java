package io.lifeboat.engine.model.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class EpisodeThresholdTests {

    private static final double ALPHA = 0.01;

    private final SplittableRandom random = new SplittableRandom(7);
    private final EpisodeThreshold threshold = new EpisodeThreshold(10, ALPHA);

    private int alarms(int rows, IntToDoubleFunction score) {
        int alarms = 0;
        for (int row = 0; row < rows; row++) {
            alarms += threshold.alarm(score.applyAsDouble(row)) ? 1 : 0;
        }
        return alarms;
    }

    @Test
    void aScoreLevelThatHasRisenForGoodAlarmsRarely() {
        int rows = 20_000;
        IntToDoubleFunction higher = row -> 8 + 4 * random.nextDouble();

        int fixed = 0;
        for (int row = 0; row < rows; row++) {
            fixed += higher.applyAsDouble(row) > 10 ? 1 : 0;
        }

        assertThat(fixed).isGreaterThan(rows / 3);
        assertThat(alarms(rows, higher)).isLessThan(rows / 80);
    }

    @Test
    void oneLongAnomalyAlarmsToItsEnd() {
        assertThat(alarms(1_000, row -> 30)).isEqualTo(1_000);
    }

    @Test
    void pausesOfARowOrTwoDoNotMakeANewEpisode() {
        alarms(100, row -> row % 3 == 0 ? 30 : 1);

        assertThat(threshold.now()).isLessThan(10 * Math.exp(0.3));
    }

    @Test
    void aNewStateFarAboveBecomesTheUsualOneInTheEnd() {
        alarms(5_000, row -> 30);

        assertThat(alarms(500, row -> 30)).isLessThan(100);
    }

    @Test
    void whateverTheScoresDoEpisodesAreRare() {
        int rows = 50_000;
        double level = 0;
        double highest = 10;
        int episodes = 0;
        int quiet = 3;
        for (int row = 0; row < rows; row++) {
            level += 0.05 * random.nextGaussian();
            double score = 10 * Math.exp(level + random.nextGaussian());
            highest = Math.max(highest, score);
            boolean alarm = threshold.alarm(score);
            episodes += alarm && quiet >= 3 ? 1 : 0;
            quiet = alarm ? 0 : quiet + 1;
        }

        assertThat((double) episodes).isLessThanOrEqualTo(ALPHA * rows + Math.log(highest / 10) / 0.2 + 1);
    }

    @Test
    void itReturnsToWhatTrainingSaidAndNoLower() {
        alarms(50, row -> 30);
        assertThat(threshold.now()).isGreaterThan(12);

        alarms(1_000, row -> 0);

        assertThat(threshold.now()).isCloseTo(10, within(1e-12));
    }

    @Test
    void aRateInPercentIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpisodeThreshold(10, 1))
                .withMessageContaining("alpha")
                .withMessageContaining("percent");
        assertThatIllegalArgumentException().isThrownBy(() -> new EpisodeThreshold(Double.NaN, ALPHA));
    }
}
