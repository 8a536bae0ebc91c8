package io.lifeboat.engine.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.model.calibration.GammaPoissonRate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often devices of a model fail. */
class DeviceModelTests {

    @TempDir
    Path folder;

    private DeviceModel find(String name) throws IOException {
        return DeviceFiles.load(folder, DeviceFiles.GOOD).find(name);
    }

    @Test
    void ownObservationsPullTheMakersRate() throws IOException {
        DeviceModel disk = find("ST4000DM000");

        assertThat(disk.prior().mean()).isCloseTo(0.02, within(1e-12));
        assertThat(disk.observed(9, 150).mean()).isCloseTo((0.02 * 50 + 9) / (50 + 150), within(1e-12));
    }

    @Test
    void ageCountsWhereTheLifeIsKnown() throws IOException {
        DeviceModel disk = find("ST4000DM000");
        Duration month = Duration.ofDays(30);

        double young = disk.probabilityWithin(Duration.ofDays(10), month);
        double old = disk.probabilityWithin(Duration.ofDays(2_000), month);

        double byHand = 1 - Math.exp(Math.pow(48_000 / 300_000.0, 1.5) - Math.pow(48_720 / 300_000.0, 1.5));
        assertThat(old).isCloseTo(byHand, within(1e-12)).isGreaterThan(3 * young);
    }

    @Test
    void aFleetThatFailsTwiceAsOftenHasTwiceTheHazard() throws IOException {
        DeviceModel disk = find("ST4000DM000");
        GammaPoissonRate twice = disk.observed(5, 100);
        Duration age = Duration.ofDays(700);
        Duration week = Duration.ofDays(7);

        assertThat(twice.mean()).isCloseTo(0.04, within(1e-12));
        assertThat(disk.probabilityWithin(age, week, twice))
                .isCloseTo(2 * disk.probabilityWithin(age, week), within(1e-5));
    }

    @Test
    void withoutALifeTheRateDecidesAtAnyAge() throws IOException {
        DeviceModel cpu = find("Xeon Silver 4310");
        Duration month = Duration.ofDays(30);

        assertThat(cpu.probabilityWithin(Duration.ZERO, month))
                .isEqualTo(cpu.probabilityWithin(Duration.ofDays(3_000), month))
                .isCloseTo(0.004 * 30 / 365.25, within(1e-5));
    }

    @Test
    void negativeAgesAndHorizonsAreRefused() throws IOException {
        DeviceModel disk = find("ST4000DM000");

        assertThatThrownBy(() -> disk.probabilityWithin(Duration.ofDays(-1), Duration.ofDays(1)))
                .hasMessageContaining("age");
        assertThatThrownBy(() -> disk.probabilityWithin(Duration.ZERO, Duration.ofDays(-1)))
                .hasMessageContaining("horizon");
    }
}
