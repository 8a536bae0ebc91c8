package io.lifeboat.engine.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.GammaPoissonRate;
import io.lifeboat.engine.model.calibration.WeibullLife;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.Tolerance.Direction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManufacturerDataTests {

    @TempDir
    Path folder;

    private ManufacturerData load(String text) throws IOException {
        return DeviceFiles.load(folder, text);
    }

    @Test
    void everythingOfAModelIsRead() throws IOException {
        DeviceModel disk = load(DeviceFiles.GOOD).find("ST4000DM000");

        assertThat(disk)
                .isEqualTo(new DeviceModel(
                        "ST4000DM000",
                        Component.DISK,
                        GammaPoissonRate.prior(0.02, 50),
                        Optional.of(new WeibullLife(1.5, 300_000)),
                        List.of(
                                new Tolerance(Metric.DISK_LATENCY, 0.2, Direction.ABOVE, 0.05, 0.6),
                                new Tolerance(Metric.DISK_REALLOCATED_SECTORS, 16, Direction.ABOVE, 1, 1))));
    }

    @Test
    void byteOrderMarkCarriageReturnsAndBlanksMakeNoDifference() throws IOException {
        ManufacturerData windows = load("\uFEFF" + DeviceFiles.GOOD.replace("\n", " \t\r\n"));

        assertThat(windows.models()).isEqualTo(load(DeviceFiles.GOOD).models());
    }

    @Test
    void anUnknownModelIsRefusedWithTheClosestName() throws IOException {
        ManufacturerData data = load(DeviceFiles.GOOD);

        assertThatThrownBy(() -> data.find("ST4000DM001"))
                .hasMessageContainingAll("'ST4000DM001'", "Maybe you meant 'ST4000DM000'");
    }

    @Nested
    class Tolerances {

        @Test
        void replaceTheDefaultsOfTheirMetricOnly() throws IOException {
            List<Tolerance> tolerances = load(DeviceFiles.GOOD).tolerances();

            assertThat(tolerances).hasSize(Tolerance.defaults().size() + 1);
            assertThat(tolerances)
                    .contains(
                            new Tolerance(Metric.DISK_LATENCY, 0.2, Direction.ABOVE, 0.05, 0.6),
                            new Tolerance(Metric.CPU_TEMPERATURE, 84, Direction.ABOVE, 8, 0.8));
            assertThat(tolerances)
                    .containsAll(Tolerance.defaults().stream()
                            .filter(tolerance -> tolerance.metric() != Metric.DISK_LATENCY
                                    && tolerance.metric() != Metric.CPU_TEMPERATURE)
                            .toList());
        }

        @Test
        void ofANodeComeFromItsModelsOnly() throws IOException {
            ManufacturerData data = load(DeviceFiles.GOOD);

            assertThat(data.tolerances(List.of("Xeon Silver 4310")))
                    .extracting(Tolerance::limit)
                    .contains(84.0, 0.5)
                    .doesNotContain(0.2);
            assertThatThrownBy(() -> data.tolerances(List.of("xeon"))).hasMessageContaining("Maybe");
        }

        @Test
        void theStrictestOfSeveralModelsCounts() throws IOException {
            String hot = DeviceFiles.GOOD
                    + "[old]\ncomponent = cpu\nannualised-failure-rate = 1%\ntolerance.cpu-temperature = 70\n";

            assertThat(load(hot).tolerances())
                    .contains(new Tolerance(Metric.CPU_TEMPERATURE, 70, Direction.ABOVE, 8, 0.8));
        }

        @Test
        void goIntoTheSettingsOfThePredictor() throws IOException {
            TrendSettings settings =
                    load(DeviceFiles.GOOD).applyTo(TrendSettings.defaults().withHorizon(Duration.ofSeconds(7)));

            assertThat(settings.horizon()).isEqualTo(Duration.ofSeconds(7));
            assertThat(settings.tolerances())
                    .containsExactlyElementsOf(load(DeviceFiles.GOOD).tolerances());
        }
    }
}
