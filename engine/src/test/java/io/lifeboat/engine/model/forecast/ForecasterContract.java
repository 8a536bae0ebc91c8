package io.lifeboat.engine.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds for every {@link Forecaster}. */
abstract class ForecasterContract {

    abstract Forecaster forecaster();

    static double[] walk(int length, double drift, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[length];
        for (int i = 1; i < length; i++) {
            values[i] = values[i - 1] + drift + random.nextGaussian();
        }
        return values;
    }

    @Test
    void goesAsFarAsAskedAndGrowsLessCertain() {
        Forecast forecast = forecaster().forecast(walk(200, 0, 1), 12);

        assertThat(forecast.steps()).isEqualTo(12);
        assertThat(forecast.deviation()).isSorted();
        assertThat(forecast.deviation()[0]).isPositive();
    }

    @Test
    void aConstantStaysConstant() {
        double[] history = new double[100];
        Arrays.fill(history, 42);

        Forecast forecast = forecaster().forecast(history, 5);

        for (double mean : forecast.mean()) {
            assertThat(mean).isCloseTo(42, within(1e-6));
        }
        assertThat(forecast.deviation()[4]).isCloseTo(0, within(1e-6));
    }

    @Test
    void sameHistorySameForecast() {
        double[] history = walk(150, 0.1, 2);

        assertThat(forecaster().forecast(history, 8).mean())
                .isEqualTo(forecaster().forecast(history, 8).mean());
    }

    @Test
    void oneStepErrorsAreAsLargeAsItsDeviationSays() {
        double[] history = walk(400, 0, 3);
        double squares = 0;
        for (int now = 300; now < 400; now++) {
            Forecast forecast = forecaster().forecast(Arrays.copyOf(history, now), 1);
            double standardised = (history[now] - forecast.mean()[0]) / forecast.deviation()[0];
            squares += standardised * standardised;
        }

        assertThat(Math.sqrt(squares / 100)).isBetween(0.7, 1.4);
    }

    @Test
    void aHistoryWithAGapIsRefused() {
        double[] history = walk(100, 0, 4);
        history[7] = Double.NaN;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().forecast(history, 3))
                .withMessageContaining("Value 7");
    }

    @Test
    void aHistoryThatIsTooShortIsRefused() {
        double[] history = new double[forecaster().leastHistory() - 1];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().forecast(history, 3))
                .withMessageContaining(forecaster().name());
    }

    @Test
    void lookingNoStepAheadIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster().forecast(walk(100, 0, 5), 0))
                .withMessageContaining("steps (0)");
    }

    @Test
    void leavesTheHistoryAsItIs() {
        double[] history = walk(100, 0.2, 6);

        forecaster().forecast(history, 4);

        assertThat(history).isEqualTo(walk(100, 0.2, 6));
    }

    @Test
    void fewerStepsAreTheBeginningOfMore() {
        double[] history = walk(150, 0.1, 7);

        double[] more = forecaster().forecast(history, 9).mean();

        assertThat(forecaster().forecast(history, 4).mean()).isEqualTo(Arrays.copyOf(more, 4));
    }
}
