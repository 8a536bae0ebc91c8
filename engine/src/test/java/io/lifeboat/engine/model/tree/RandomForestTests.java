package io.lifeboat.engine.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomForestTests {

    private static ForestSettings settings(int threads) {
        return new ForestSettings(60, new TreeLimits(200, 12, 2, 0, 2), 1, 21, threads);
    }

    private static double truth(float[] row) {
        return row[0] > 0.4 && row[1] < 0.6 ? 1 : 0;
    }

    @Test
    void learnsARegionAndStaysWithinTheTargetsItHasSeen() {
        TreeEnsemble model = RandomForest.train(Samples.of(2_000, 4, 0, 1, RandomForestTests::truth), settings(1));
        TrainingSet unseen = Samples.of(500, 4, 0, 2, RandomForestTests::truth);

        assertThat(Samples.rmse(model, unseen)).isLessThan(0.15);
        for (int r = 0; r < unseen.rows(); r++) {
            assertThat(model.predict(unseen.row(r))).isBetween(-1e-6, 1 + 1e-6);
        }
    }

    @Test
    void manyTreesGeneraliseBetterThanOneOnNoise() {
        TrainingSet noisy = Samples.of(1_000, 4, 1, 3, RandomForestTests::truth);
        TrainingSet clean = Samples.of(1_000, 4, 0, 4, RandomForestTests::truth);
        ForestSettings one = new ForestSettings(1, settings(1).limits(), 1, 21, 1);

        assertThat(Samples.rmse(RandomForest.train(noisy, settings(1)), clean))
                .isLessThan(0.8 * Samples.rmse(RandomForest.train(noisy, one), clean));
    }

    @Test
    void sameSeedGivesTheSameBytesWhateverTheNumberOfThreads() {
        TrainingSet set = Samples.of(800, 4, 0.5, 5, RandomForestTests::truth);

        byte[] one = GradientBoostingTests.bytes(RandomForest.train(set, settings(1)));
        byte[] four = GradientBoostingTests.bytes(RandomForest.train(set, settings(4)));

        assertThat(four).isEqualTo(one);
    }

    @Test
    void aModelReadBackPredictsTheSame() throws IOException {
        TrainingSet set = Samples.of(300, 4, 0.5, 6, RandomForestTests::truth);
        TreeEnsemble model = RandomForest.train(set, settings(1));
        byte[] bytes = GradientBoostingTests.bytes(model);

        TreeEnsemble read = TreeEnsemble.read(new DataInputStream(new ByteArrayInputStream(bytes)));

        assertThat(read.features()).isEqualTo(model.features());
        for (int r = 0; r < set.rows(); r++) {
            assertThat(read.predict(set.row(r))).isEqualTo(model.predict(set.row(r)));
        }
    }

    @Test
    void aCutOffModelIsRefused() {
        byte[] bytes =
                GradientBoostingTests.bytes(RandomForest.train(Samples.of(100, 2, 0, 7, row -> row[0]), settings(1)));
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);

        assertThatThrownBy(() -> TreeEnsemble.read(new DataInputStream(new ByteArrayInputStream(half))))
                .isInstanceOf(IOException.class);
    }
}
