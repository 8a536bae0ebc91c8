package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StackTests {

    private static final int ROWS = 4000;

    /** A model that knows, one that guesses, and one that says the opposite. */
    private static Stack fitted() {
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> opinions = new ArrayList<>();
        boolean[] happened = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double p = random.nextDouble();
            happened[i] = random.nextDouble() < p;
            opinions.add(new double[] {p, random.nextDouble(), 1 - p});
        }
        return Stack.fit(opinions, happened);
    }

    @Test
    void believesTheModelThatKnowsAndNoneBackwards() {
        Stack stack = fitted();
        assertThat(stack.weights()[0]).isGreaterThan(0.7);
        assertThat(stack.weights()[1]).isLessThan(0.1);
        assertThat(stack.weights()[2]).isZero();
    }

    @Test
    void mergedProbabilitiesComeTrueAsOftenAsTheySay() {
        assertThat(fitted().merge(new double[] {0.8, 0.5, 0.2})).isCloseTo(0.8, within(0.06));
        assertThat(fitted().merge(new double[] {0.2, 0.5, 0.8})).isCloseTo(0.2, within(0.06));
    }

    @Test
    void aModelThatAbstainsAddsNothing() {
        Stack stack = new Stack(0, new double[] {1, 1}, new double[] {-2, -2});
        assertThat(stack.pull(1, Double.NaN)).isZero();
        assertThat(stack.merge(new double[] {0.9, Double.NaN}))
                .isEqualTo(stack.merge(new double[] {0.9, 1 / (1 + Math.exp(2))}), within(1e-12));
    }
}
