package io.lifeboat.engine.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
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
    void aSawtoothIsLeftToTheNetwork() {
        assertThat(backTest.choose(BackTest.candidates(), LstmForecasterTests.sawtooth(240))
                        .name())
                .isEqualTo("lstm");
    }

    @Test
    void withoutTheLibraryOfArimaTheOthersCompete() throws Exception {
        URL engine = BackTest.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {engine}, ClassLoader.getPlatformClassLoader())) {
            Class<?> backTest = alone.loadClass(BackTest.class.getName());
            List<?> candidates = (List<?>) backTest.getMethod("candidates").invoke(null);

            assertThat(candidates)
                    .extracting(candidate -> candidate.getClass().getSimpleName())
                    .containsExactly("NaiveForecaster", "HoltForecaster", "LstmForecaster");
            assertThatThrownBy(() -> alone.loadClass(ArimaForecaster.class.getName())
                            .getConstructor(int.class, int.class, int.class)
                            .newInstance(1, 1, 1))
                    .hasRootCauseMessage("ARIMA needs JDemetra+, which is not on the class path."
                            + " Maybe add eu.europa.ec.joinup.sat:jdplus-toolkit-base-core.");
        }
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
