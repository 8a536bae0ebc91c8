package io.lifeboat.engine.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HoltForecasterTests extends ForecasterContract {

    @Override
    Forecaster forecaster() {
        return new HoltForecaster();
    }

    @Test
    void followsALevelThatMoved() {
        SplittableRandom random = new SplittableRandom(8);
        double[] history = new double[40];
        for (int i = 0; i < history.length; i++) {
            history[i] = (i < 30 ? 0 : 100) + random.nextGaussian();
        }

        assertThat(new HoltForecaster().forecast(history, 1).mean()[0]).isCloseTo(100, within(12.0));
    }
}
