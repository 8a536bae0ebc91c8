package io.lifeboat.engine.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.GammaPoissonRate;
import io.lifeboat.engine.model.calibration.WeibullLife;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.Tolerance.Direction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Metric;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManufacturerDataTests {

    private static final String GOOD = """
            # what the makers say
            format = 1

            [ST4000DM000]
            component               = disk
            annualised-failure-rate = 2%        # Maker's sheet, page 3
            prior-device-years      = 50
            weibull-shape           = 1.5
            weibull-scale-hours     = 300000
            tolerance.disk-latency  = 0.2, noise 0.05, weight 0.6
            counter.smart_5         = 16
            counter.percentage-used = 100

            [Xeon Silver 4310]
            component               = CPU
            annualised-failure-rate = 0.004
            tolerance.cpu-temperature = 84
            """;

    @TempDir
    Path folder;

    private ManufacturerData load(String text) throws IOException {
        return load(text.getBytes(StandardCharsets.UTF_8));
    }

    private ManufacturerData load(byte[] bytes) throws IOException {
        return ManufacturerData.load(Files.write(folder.resolve("devices.ini"), bytes));
    }

    private void refused(String text, int line, String... words) {
        assertThatThrownBy(() -> load(text))
                .isInstanceOfSatisfying(
                        ManufacturerDataException.class,
                        e -> assertThat(e.line()).as(e.getMessage()).isEqualTo(line))
                .hasMessageContaining("devices.ini")
                .hasMessageContainingAll(words);
    }

    @Test
    void everythingOfAModelIsRead() throws IOException {
        DeviceModel disk = load(GOOD).find("ST4000DM000");

        assertThat(disk)
                .isEqualTo(new DeviceModel(
                        "ST4000DM000",
                        Component.DISK,
                        GammaPoissonRate.prior(0.02, 50),
                        Optional.of(new WeibullLife(1.5, 300_000)),
                        List.of(new Tolerance(Metric.DISK_LATENCY, 0.2, Direction.ABOVE, 0.05, 0.6)),
                        List.of(new CounterLimit("smart_5", 16), new CounterLimit("percentage-used", 100))));
    }

    @Test
    void byteOrderMarkCarriageReturnsAndBlanksMakeNoDifference() throws IOException {
        ManufacturerData windows = load("\uFEFF" + GOOD.replace("\n", " \t\r\n"));

        assertThat(windows.models()).isEqualTo(load(GOOD).models());
    }

    @Test
    void anUnknownModelIsRefusedWithTheClosestName() throws IOException {
        ManufacturerData data = load(GOOD);

        assertThatThrownBy(() -> data.find("ST4000DM001"))
                .hasMessageContainingAll("'ST4000DM001'", "Maybe you meant 'ST4000DM000'");
    }

    @Nested
    class Rates {

        @Test
        void ownObservationsPullTheMakersRate() throws IOException {
            DeviceModel disk = load(GOOD).find("ST4000DM000");

            assertThat(disk.prior().mean()).isCloseTo(0.02, within(1e-12));
            assertThat(disk.observed(9, 150).mean()).isCloseTo((0.02 * 50 + 9) / (50 + 150), within(1e-12));
        }

        @Test
        void ageCountsWhereTheLifeIsKnown() throws IOException {
            DeviceModel disk = load(GOOD).find("ST4000DM000");
            Duration month = Duration.ofDays(30);

            double young = disk.probabilityWithin(Duration.ofDays(10), month);
            double old = disk.probabilityWithin(Duration.ofDays(2_000), month);

            double byHand = 1 - Math.exp(Math.pow(48_000 / 300_000.0, 1.5) - Math.pow(48_720 / 300_000.0, 1.5));
            assertThat(old).isCloseTo(byHand, within(1e-12)).isGreaterThan(3 * young);
        }

        @Test
        void aFleetThatFailsTwiceAsOftenHasTwiceTheHazard() throws IOException {
            DeviceModel disk = load(GOOD).find("ST4000DM000");
            GammaPoissonRate twice = disk.observed(5, 100);
            Duration age = Duration.ofDays(700);
            Duration week = Duration.ofDays(7);

            assertThat(twice.mean()).isCloseTo(0.04, within(1e-12));
            assertThat(disk.probabilityWithin(age, week, twice))
                    .isCloseTo(2 * disk.probabilityWithin(age, week), within(1e-5));
        }

        @Test
        void withoutALifeTheRateDecidesAtAnyAge() throws IOException {
            DeviceModel cpu = load(GOOD).find("Xeon Silver 4310");
            Duration month = Duration.ofDays(30);

            assertThat(cpu.probabilityWithin(Duration.ZERO, month))
                    .isEqualTo(cpu.probabilityWithin(Duration.ofDays(3_000), month))
                    .isCloseTo(0.004 * 30 / 365.25, within(1e-5));
        }

        @Test
        void negativeAgesAndHorizonsAreRefused() throws IOException {
            DeviceModel disk = load(GOOD).find("ST4000DM000");

            assertThatThrownBy(() -> disk.probabilityWithin(Duration.ofDays(-1), Duration.ofDays(1)))
                    .hasMessageContaining("age");
            assertThatThrownBy(() -> disk.probabilityWithin(Duration.ZERO, Duration.ofDays(-1)))
                    .hasMessageContaining("horizon");
        }
    }

    @Nested
    class Tolerances {

        @Test
        void replaceTheDefaultsOfTheirMetricOnly() throws IOException {
            List<Tolerance> tolerances = load(GOOD).tolerances();

            assertThat(tolerances).hasSameSizeAs(Tolerance.defaults());
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
            ManufacturerData data = load(GOOD);

            assertThat(data.tolerances(List.of("Xeon Silver 4310")))
                    .extracting(Tolerance::limit)
                    .contains(84.0, 0.5)
                    .doesNotContain(0.2);
            assertThatThrownBy(() -> data.tolerances(List.of("xeon"))).hasMessageContaining("Maybe");
        }

        @Test
        void theStrictestOfSeveralModelsCounts() throws IOException {
            String hot =
                    GOOD + "[old]\ncomponent = cpu\nannualised-failure-rate = 1%\ntolerance.cpu-temperature = 70\n";

            assertThat(load(hot).tolerances())
                    .contains(new Tolerance(Metric.CPU_TEMPERATURE, 70, Direction.ABOVE, 8, 0.8));
        }

        @Test
        void goIntoTheSettingsOfThePredictor() throws IOException {
            TrendSettings settings = load(GOOD).applyTo(TrendSettings.defaults().withHorizon(Duration.ofSeconds(7)));

            assertThat(settings.horizon()).isEqualTo(Duration.ofSeconds(7));
            assertThat(settings.tolerances())
                    .containsExactlyElementsOf(load(GOOD).tolerances());
        }

        @Test
        void ofCountersTellWhichAreUsedUp() throws IOException {
            DeviceModel disk = load(GOOD).find("ST4000DM000");

            assertThat(disk.exceeded(Map.of("smart_5", 16.0, "percentage-used", 99.0)))
                    .containsExactly(new CounterLimit("smart_5", 16));
            assertThat(disk.exceeded(Map.of())).isEmpty();
        }
    }

    @Nested
    class BadFiles {

        private void refusedLine(String line, String... words) {
            refused("format = 1\n[A]\ncomponent = disk\nannualised-failure-rate = 1%\n" + line + "\n", 5, words);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "tolerance.disk-latencyy = 1       | Maybe you meant 'disk-latency'",
                    "tolerance.cpu-temperature = 90    | tells of the cpu, but this model is a disk",
                    "tolerance.log-errors = 90         | no metric 'log-errors'",
                    "tolerance.disk-pressure = 0.9     | noise",
                    "tolerance.disk-latency = 0.5, nose 1 | 'nose 1'",
                    "tolerance.disk-latency = 0,5      | '5' is no part",
                    "tolerance.disk-latency = 1, weight 2 | at most 1",
                    "tolerance.disk-latency = NaN      | must be a number",
                    "tolerance.disk-latency = 1e999    | must be a number",
                    "tolerance. = 1                    | no key 'tolerance.'",
                    "weibull-shape = 0                 | weibull-shape is 0, but must be above 0",
                    "weibull-shape = 1.2               | Maybe add it",
                    "weibull-scale-hours = 0x1p3       | must be a number",
                    "weibull-sharp = 1                 | Maybe you meant 'weibull-shape'",
                    "prior-device-years = -5           | above 0",
                    "counter.smart_5 = -1              | above 0",
                    "component = cpu                   | twice",
                    "[A]                               | Model 'A' is there twice",
                    "[]                                | 1 to 100 characters",
                    "[B                                | in brackets",
                    "what is this                      | Maybe the '=' is missing",
                })
        void saysTheLineAndTheReason(String line, String reason) {
            refusedLine(line, reason);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                value = {
                    "-0.01 | must be above 0",
                    "0     | must be above 0",
                    "1.2   | Maybe it is a percentage: write 1.2%",
                    "120%  | must be below 1",
                    "often | must be a number",
                    "''    | must be a number",
                })
        void aRateThatIsNoShareIsRefused(String rate, String reason) {
            refused("format = 1\n[A]\ncomponent = disk\nannualised-failure-rate = " + rate, 4, reason);
        }

        @Test
        void aModelMustBeComplete() {
            refused("format = 1\n\n[A]\n[B]\n", 3, "no component", "Maybe add a line such as");
            refused("format = 1\n[A]\ncomponent = disk\n", 2, "no annualised-failure-rate");
            refused("format = 1\n[A]\ncomponent = dusk\n", 3, "Maybe you meant 'disk'");
            refused("format = 1\ncomponent = disk\n", 2, "belongs to no model");
            refused("format = 1\n", 0, "names no model");
            refused("", 0, "names no model");
        }

        @Test
        void anotherVersionOrAnotherKindOfFileIsRefused() {
            refused("format = 2\n[A]", 1, "'format = 1'");
            refused("date,serial_number,model\n", 1, "Maybe it is another file");
        }

        @Test
        void hostileContentIsRefusedAndNeverPrintedRaw() {
            refused("format = 1\n[A\u001b[2J]\n", 2, "control character", "\\u001b");
            refused("format = 1\n[" + "x".repeat(1_000_000) + "]\n", 2, "1000002 characters");
            refused("#".repeat(5 << 20), 0, "4 MiB");
        }

        @Test
        void bytesThatAreNoTextAreRefusedWithTheirLine() {
            assertThatThrownBy(() -> load("format = 1\n# R\u00e9sum\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
                    .isInstanceOf(ManufacturerDataException.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining("UTF-8");
        }

        @Test
        void whatIsNoFileIsRefused() {
            assertThatThrownBy(() -> ManufacturerData.load(folder)).hasMessageContaining("no regular file");
            assertThatThrownBy(() -> ManufacturerData.load(folder.resolve("nowhere.ini")))
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessageContainingAll("nowhere.ini", "Maybe");
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void damageNeverGivesAnythingButDataOrAReason(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) {
                byte[] damaged = good.clone();
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                try {
                    assertThat(load(damaged).models()).isNotEmpty();
                } catch (ManufacturerDataException e) {
                    assertThat(e).hasMessageMatching("(?s).*devices.ini(:| line \\d+:) .+");
                } catch (IOException e) {
                    throw new AssertionError("The file could not be read at all.", e);
                }
            }
        }
    }
}
