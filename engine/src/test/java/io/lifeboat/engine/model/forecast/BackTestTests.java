package io.lifeboat.engine.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BackTestTests {

    private final BackTest backTest = new BackTest(5, 8);

    @Test
    void aTrendIsLeftToHolt() {
        double[] history = new double[120];
        for (int i = 0; i < history.length; i++) {
            history[i] = 3 * i;
        }

        assertThat(backTest.choose(List.of(new NaiveForecaster(), new HoltForecaster()), history)
                        .name())
                .isEqualTo("holt");
    }

    @Test
    void aSeriesThatReturnsToItsLevelIsLeftToArima() {
        double[] history = new double[400];
        for (int i = 1; i < history.length; i++) {
            history[i] = -0.9 * history[i - 1] + Math.sin(i * i);
        }

        assertThat(backTest.choose(BackTest.candidates(), history).name()).startsWith("arima");
    }

    @Test
    void theSimplestOfEqualOnesIsChosen() {
        assertThat(backTest.choose(BackTest.candidates(), new double[100]).name())
                .isEqualTo("naive");
    }

    @Test
    void aHistoryThatIsTooShortForAnyIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backTest.choose(BackTest.candidates(), new double[4]))
                .withMessageContaining("4 values");
    }
}
