package io.lifeboat.engine.model.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrossMetricDetectorTests extends StreamingDetectorContract {

    @Override
    StreamingDetector detector() {
        SplittableRandom random = new SplittableRandom(21);
        return new CrossMetricDetector(CrossMetricModel.train(
                Stream.generate(() -> usual(random)).limit(500).toArray(double[][]::new)));
    }

    @Test
    void aMetricThatLeavesTheOthersIsUnusualAlthoughItsValueIsNot() {
        SplittableRandom random = new SplittableRandom(22);
        double[][] rows = new double[1000][];
        for (int i = 0; i < rows.length; i++) {
            double load = 50 * random.nextDouble();
            rows[i] = new double[] {load, 2 * load + random.nextGaussian(), 70 - load + random.nextGaussian()};
        }
        CrossMetricDetector detector = new CrossMetricDetector(CrossMetricModel.train(rows));

        double together = detector.update(new double[] {40, 80, 30}).score();
        Unusualness apart = detector.update(new double[] {40, 20, 30});

        assertThat(apart.score()).isGreaterThan(5 * together);
        assertThat(apart.ranking().get(0)).isEqualTo(1);
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossMetricModel.train(new double[10][2]))
                .withMessageContaining("10 rows");
    }
}
