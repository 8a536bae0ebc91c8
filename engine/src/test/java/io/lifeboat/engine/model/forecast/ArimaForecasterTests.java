package io.lifeboat.engine.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArimaForecasterTests extends ForecasterContract {

    @Override
    Forecaster forecaster() {
        return new ArimaForecaster(1, 1, 1);
    }

    private static double[] autoregressive(double phi, double level) {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = new double[600];
        values[0] = level;
        for (int i = 1; i < values.length; i++) {
            values[i] = level + phi * (values[i - 1] - level) + random.nextGaussian();
        }
        return values;
    }

    @Test
    void anAutoregressiveSeriesReturnsToItsLevelAsFastAsItsCoefficientSays() {
        double[] history = autoregressive(0.8, 50);
        history[599] = 60;

        Forecast forecast = new ArimaForecaster(1, 0, 0).forecast(history, 40);

        assertThat(forecast.mean()[0]).isCloseTo(58, within(1.0));
        assertThat(forecast.mean()[39]).isCloseTo(50, within(1.0));
    }

    @Test
    void theErrorOfAStationarySeriesLevelsOff() {
        Forecast forecast = new ArimaForecaster(1, 0, 0).forecast(autoregressive(0.8, 50), 60);

        // One over the square root of 1 - 0.8 squared.
        assertThat(forecast.deviation()[0]).isCloseTo(1, within(0.15));
        assertThat(forecast.deviation()[59]).isCloseTo(1 / 0.6, within(0.35));
    }

    @Test
    void theErrorOfARandomWalkGrowsWithTheSquareRootOfTime() {
        Forecast forecast = new ArimaForecaster(0, 1, 0).forecast(walk(800, 0, 6), 25);

        assertThat(forecast.deviation()[24] / forecast.deviation()[0]).isCloseTo(5, within(1e-6));
    }

    @Test
    void theErrorOfATwiceSummedSeriesAddsUpTwice() {
        Forecast forecast = new ArimaForecaster(0, 2, 0).forecast(walk(300, 0, 7), 3);

        // Shocks weigh 1, 2 and 3.
        assertThat(forecast.deviation()[2] / forecast.deviation()[0]).isCloseTo(Math.sqrt(14), within(1e-6));
    }

    @Test
    void ordersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArimaForecaster(1, 3, 0))
                .withMessageContaining("ARIMA(1, 3, 0)");
    }
}
