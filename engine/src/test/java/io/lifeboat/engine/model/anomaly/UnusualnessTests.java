package io.lifeboat.engine.model.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnusualnessTests {

    @Test
    void theStrongestIsTheFirstOfTheRankingAndTheScoreTheSum() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            double[] attribution = random.doubles(5)
                    .map(value -> value < 0.6 ? 0 : Math.rint(10 * value) / 3)
                    .toArray();
            Unusualness unusual = Unusualness.of(attribution);

            assertThat(unusual.strongest()).isEqualTo(unusual.ranking().get(0));
            assertThat(unusual.score()).isEqualTo(Arrays.stream(attribution).sum());
        }
    }
}
