package io.lifeboat.engine.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTests {

    @Test
    void handComputedExample() {
        Ranking ranking = Ranking.of(new float[] {0.9f, 0.8f, 0.3f, -2}, new boolean[] {true, false, true, false});

        assertThat(ranking.auc()).isEqualTo(0.75);
        assertThat(ranking.averagePrecision()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
        assertThat(ranking.positives()).isEqualTo(2);
    }

    @Test
    void equalScoresCountHalfWhateverTheirOrder() {
        float[] same = {1, 1, 1, 1};

        assertThat(Ranking.of(same, new boolean[] {true, false, false, false}).auc())
                .isEqualTo(0.5);
        assertThat(Ranking.of(same, new boolean[] {false, false, false, true}).averagePrecision())
                .isEqualTo(0.25);
    }

    @Test
    void negativeScoresSortLikeNumbers() {
        float[] scores = {-1e-3f, -5, 0, -0f, 7};

        assertThat(Ranking.of(scores, new boolean[] {false, false, true, true, true})
                        .auc())
                .isOne();
    }
}
