package io.lifeboat.engine.evaluate.rul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KernelRegressionTests {

    @Test
    void followsASmoothFunctionBetweenThePointsItKnows() {
        double[][] inputs = new double[41][1];
        double[] targets = new double[41];
        for (int i = 0; i < 41; i++) {
            inputs[i][0] = i * 0.25;
            targets[i] = 10 + Math.sin(inputs[i][0]);
        }
        KernelRegression regression = new KernelRegression(inputs, targets, 1, 1e-4);

        assertThat(regression.predict(new double[] {3.1})).isCloseTo(10 + Math.sin(3.1), within(0.01));
        assertThat(regression.predict(new double[] {7.4})).isCloseTo(10 + Math.sin(7.4), within(0.01));
    }

    @Test
    void farFromEverythingItSaysTheMean() {
        KernelRegression regression = new KernelRegression(new double[][] {{0}, {1}}, new double[] {4, 6}, 1, 0.1);

        assertThat(regression.predict(new double[] {1e3})).isEqualTo(5);
    }

    @Test
    void oneNoisyPointMeetsTheKnownSolution() {
        KernelRegression regression = new KernelRegression(new double[][] {{0}, {9}}, new double[] {1, -1}, 1, 0.5);

        assertThat(regression.predict(new double[] {0})).isCloseTo(1 / 1.5, within(1e-9));
    }
}
