package io.lifeboat.engine.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not understood are refused, with line, reason and the likely fix. */
class RefusedManufacturerDataTests {

    @TempDir
    Path folder;

    private void refused(String text, int line, String... words) {
        assertThatThrownBy(() -> DeviceFiles.load(folder, text))
                .isInstanceOfSatisfying(
                        ManufacturerDataException.class,
                        e -> assertThat(e.line()).as(e.getMessage()).isEqualTo(line))
                .hasMessageContaining("devices.ini")
                .hasMessageContainingAll(words);
    }

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
                "counter.smart_5 = 16              | no key 'counter.smart_5'",
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
        assertThatThrownBy(() -> DeviceFiles.load(
                        folder, "format = 1\n# R\u00e9sum\u00e9".getBytes(StandardCharsets.ISO_8859_1)))
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
        byte[] good = DeviceFiles.GOOD.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                assertThat(DeviceFiles.load(folder, damaged).models()).isNotEmpty();
            } catch (ManufacturerDataException e) {
                assertThat(e).hasMessageMatching("(?s).*devices.ini(:| line \\d+:) .+");
            } catch (IOException e) {
                throw new AssertionError("The file could not be read at all.", e);
            }
        }
    }
}
