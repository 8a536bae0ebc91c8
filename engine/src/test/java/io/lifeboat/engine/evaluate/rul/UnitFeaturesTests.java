package io.lifeboat.engine.evaluate.rul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitFeaturesTests {

    private static final List<Unit> UNITS = Engines.runToFailure(12, 1);

    private final UnitFeatures features = new UnitFeatures(UNITS, 125);

    @TempDir
    Path folder;

    @Test
    void noFeatureReadsALaterCycle() {
        Unit whole = UNITS.get(0);
        Unit begun = whole.first(70);
        float[][] ofWhole = features.rows(whole);
        float[][] ofBegun = features.rows(begun);
        float[][] inputsOfWhole = features.inputs(whole);
        float[][] inputsOfBegun = features.inputs(begun);

        for (int t = 0; t < 70; t++) {
            assertThat(ofBegun[t]).containsExactly(ofWhole[t]);
            assertThat(inputsOfBegun[t]).containsExactly(inputsOfWhole[t]);
        }
        assertThat(ofWhole[0]).hasSize(features.names().size());
        assertThat(features.names()).doesNotHaveDuplicates();
    }

    @Test
    void aConstantSensorIsLeftOut() {
        assertThat(features.names())
                .anyMatch(n -> n.startsWith("sensor0"))
                .anyMatch(n -> n.startsWith("sensor1"))
                .noneMatch(n -> n.startsWith("sensor2"));
    }

    @Test
    void theHealthIndexFallsTowardsTheEndOfAnUnseenUnit() {
        int at = features.names().indexOf("health_mean15");
        for (Unit unseen : Engines.runToFailure(5, 2)) {
            float[][] rows = features.rows(unseen);

            assertThat(rows[30][at]).isGreaterThan(0.7f);
            assertThat(rows[rows.length - 1][at]).isLessThan(0.35f);
        }
    }

    @Test
    void windowsOfKnownNumbers() {
        double[] x = {1, 2, 3, 4, 5, 6};

        assertThat(Smoothing.mean(x, 2)).containsExactly(1, 1.5, 2.5, 3.5, 4.5, 5.5);
        assertThat(Smoothing.slope(x, 10)[5]).isCloseTo(1, within(1e-12));
        assertThat(Smoothing.slope(x, 10)[3]).isNaN();
        assertThat(Smoothing.ewma(new double[] {4, 4, 4}, 0.1)).containsExactly(4, 4, 4);
        assertThat(Smoothing.ewma(new double[] {0, 1}, 0.5)[1]).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void unitsAreReadInOrderAndGapsRefused() throws IOException {
        UnitFile read = UnitFile.read(List.of(Engines.write(folder.resolve("train.csv.gz"), UNITS)));

        assertThat(read.sensors()).isEqualTo(Engines.SENSORS);
        assertThat(read.units())
                .extracting(Unit::cycles)
                .isEqualTo(UNITS.stream().map(Unit::cycles).toList());
        assertThat(read.units().get(3).values()[5][0]).isCloseTo(UNITS.get(3).values()[5][0], within(0.001f));

        Path gap = folder.resolve("gap.csv");
        Files.writeString(gap, "unit_number,time_in_cycles,s\n1,1,0\n1,3,0\n");
        assertThatThrownBy(() -> UnitFile.read(List.of(gap)))
                .hasMessageContaining("line 3: unit 1 is at cycle 3 after 1");
    }
}
