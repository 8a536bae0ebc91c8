package io.lifeboat.engine.manufacturer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.PriorHazard;
import io.lifeboat.engine.prediction.PriorHazards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeHazardsTests {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private static final String MODELS = """
            format = 1
            [steady]
            component               = disk
            annualised-failure-rate = 4%
            [seen]
            component               = disk
            annualised-failure-rate = 1%
            observed-failures       = 12
            observed-device-years   = 100
            [ageing]
            component               = disk
            annualised-failure-rate = 2%
            weibull-shape           = 3
            weibull-scale-hours     = 60000
            [chip]
            component               = cpu
            annualised-failure-rate = 0.4%
            """;

    @TempDir
    Path folder;

    private ManufacturerData load(String nodes) throws IOException {
        return ManufacturerData.load(Files.writeString(folder.resolve("devices.ini"), MODELS + nodes));
    }

    private PriorHazard disk(String nodes, String node) throws IOException {
        return load(nodes).priors().of(node, Component.DISK, NOW, DAY).orElseThrow();
    }

    @Test
    void withoutNodesNothingIsKnown() throws IOException {
        assertThat(load("").priors()).isSameAs(PriorHazards.NONE);
    }

    @Test
    void aNodeHasTheRateOfItsDevice() throws IOException {
        PriorHazard disk = disk("[node a]\ndisk = steady # the only one\n", "a");
        assertThat(disk.perYear()).isCloseTo(0.04, within(0.001));
        assertThat(disk.within()).isCloseTo(0.04 / 365.25, within(1e-6));
        assertThat(disk.words()).isEqualTo("disks of model steady fail 3.9 % a year");
    }

    @Test
    void otherNodesAndOtherComponentsAreNotKnown() throws IOException {
        PriorHazards priors = load("[node a]\ndisk = steady\n").priors();
        assertThat(priors.of("b", Component.DISK, NOW, DAY)).isEmpty();
        assertThat(priors.of("a", Component.CPU, NOW, DAY)).isEmpty();
    }

    @Test
    void whatTheOwnFleetHasSeenCounts() throws IOException {
        // (0.01 * 100 + 12) / (100 + 100)
        assertThat(disk("[node a]\ndisk = seen\n", "a").perYear()).isCloseTo(0.065, within(0.001));
    }

    @Test
    void ofTwoDisksTheFirstToFailCounts() throws IOException {
        PriorHazard both = disk("[node a]\ndisk = steady, seen\n", "a");
        assertThat(both.perYear()).isCloseTo(0.105, within(0.002));
        assertThat(both.words()).contains("model seen");
    }

    @Test
    void anOldDeviceThatWearsOutFailsMoreOften() throws IOException {
        PriorHazard old = disk("[node a]\ndisk = ageing since 2020-05-01\n", "a");
        PriorHazard young = disk("[node a]\ndisk = ageing since 2026-04-01\n", "a");
        PriorHazard future = disk("[node a]\ndisk = ageing since 2027-01-01\n", "a");
        assertThat(old.perYear()).isGreaterThan(10 * young.perYear());
        assertThat(future.within()).isLessThan(young.within());
        assertThat(old.words()).contains("at an age of 6.0 years");
    }

    @Test
    void aNameComesBeforePatternsAndPatternsInTheirOrder() throws IOException {
        String nodes = """
                [node rack.1-*]
                disk = ageing
                [node *]
                disk = steady
                [node rack.1-7]
                disk = seen
                """;
        assertThat(disk(nodes, "rack.1-7").words()).contains("model seen");
        assertThat(disk(nodes, "rack.1-8").words()).contains("model ageing");
        assertThat(disk(nodes, "rackX1-8").words()).contains("model steady");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[node a]~disk = stedy               | 19 | Maybe you meant 'steady'",
                "[node a]~disk = chip                | 19 | Model 'chip' is a cpu, but stands for the disk",
                "[node a]~disk = steady since May    | 19 | 'May' is no date. Maybe write it as in 2024-05-01",
                "[node a]~dsik = steady              | 19 | Maybe you meant 'disk'",
                "[node a]~disk = steady~disk = seen  | 20 | there twice",
                "[node a]                            | 18 | at least one device",
                "[node a]~disk=steady~[node a]       | 20 | there twice",
            })
    void whatIsNotUnderstoodIsRefused(String text, int line, String words) {
        assertThatThrownBy(() -> load(text.replace("~", "\n")))
                .isInstanceOfSatisfying(
                        ManufacturerDataException.class,
                        e -> assertThat(e.line()).as(e.getMessage()).isEqualTo(line))
                .hasMessageContaining(words);
    }

    @Test
    void failuresSeenNeedTheYearsInWhichTheyWereSeen() {
        assertThatThrownBy(() -> load("[x]\ncomponent=disk\nannualised-failure-rate=1%\nobserved-failures = 3\n"))
                .hasMessageContaining("observed-failures and observed-device-years go together");
    }
}
