package io.lifeboat.engine.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LstmForecasterTests extends ForecasterContract {

    @Override
    Forecaster forecaster() {
        return new LstmForecaster(1);
    }

    /** Memory that fills up and is freed at once: no line and no linear equation continues it. */
    static double[] sawtooth(int length) {
        double[] values = new double[length];
        Arrays.setAll(values, i -> 200 + 10 * (i % 12));
        return values;
    }

    @Test
    void foreseesWhatNoLinearForecastCan() {
        double[] history = Arrays.copyOf(sawtooth(250), 240);

        double[] mean = forecaster().forecast(history, 12).mean();

        for (int i = 0; i < mean.length; i++) {
            assertThat(mean[i]).isCloseTo(200 + 10 * (i % 12), within(12.0));
        }
    }

    @Test
    void wideUnitsAreNoHarderThanNarrowOnes() {
        double[] wide = Arrays.stream(sawtooth(240)).map(value -> 1e9 * value).toArray();

        Forecast of = forecaster().forecast(sawtooth(240), 5);
        Forecast ofWide = forecaster().forecast(wide, 5);

        assertThat(ofWide.mean()[3] / 1e9).isCloseTo(of.mean()[3], within(0.1));
        assertThat(ofWide.deviation()[3] / 1e9).isCloseTo(of.deviation()[3], within(0.1));
    }

    @Test
    void beyondWhatItCouldTryTheErrorGrowsWithTheSquareRootOfTime() {
        double[] deviation = forecaster().forecast(walk(100, 0, 3), 400).deviation();

        assertThat(deviation[399] / deviation[99]).isCloseTo(2, within(0.01));
    }
}
