package io.lifeboat.engine.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.model.forecast.Crossing.Direction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CrossingTests {

    private static Forecast flat(int steps, double level) {
        double[] mean = new double[steps];
        double[] deviation = new double[steps];
        Arrays.fill(mean, level);
        Arrays.setAll(deviation, i -> Math.sqrt(i + 1.0));
        return new Forecast(mean, deviation);
    }

    @Test
    void aCertainRiseCrossesWhereItsMeanDoes() {
        Forecast rise = new Forecast(new double[] {1, 2, 3, 4}, new double[4]);

        Crossing crossing = Crossing.of(rise, 2.5, Direction.UPWARDS, 1);

        assertThat(crossing.within()).containsExactly(0, 0, 1, 1);
        assertThat(crossing.steps(0.5)).hasValue(3);
    }

    @Test
    void aRandomWalkCrossesAsOftenAsTheReflectionPrincipleSays() {
        // Twice the tail of its end, less a little because it is watched at whole steps only.
        Crossing crossing = Crossing.of(flat(100, 0), 10, Direction.UPWARDS, 7);

        assertThat(crossing.probabilityWithin(100)).isCloseTo(2 * 0.1587 * 0.94, within(0.04));
    }

    @Test
    void lowValuesCanBeTheBadOnes() {
        double down = Crossing.of(flat(50, 20), 15, Direction.DOWNWARDS, 3).probabilityWithin(50);
        double up = Crossing.of(flat(50, 20), 25, Direction.UPWARDS, 3).probabilityWithin(50);

        assertThat(down).isCloseTo(up, within(0.05)).isPositive();
        assertThat(Crossing.of(flat(50, 20), 30, Direction.DOWNWARDS, 3).probabilityWithin(1))
                .isEqualTo(1);
    }

    @Test
    void aToleranceOutOfReachIsNeverCrossed() {
        Crossing crossing = Crossing.of(flat(10, 0), 1000, Direction.UPWARDS, 1);

        assertThat(crossing.steps(0.01)).isEmpty();
    }

    @Test
    void askingBeyondTheForecastIsRefused() {
        Crossing crossing = Crossing.of(flat(10, 0), 5, Direction.UPWARDS, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> crossing.probabilityWithin(11))
                .withMessageContaining("1 to 10");
    }
}
