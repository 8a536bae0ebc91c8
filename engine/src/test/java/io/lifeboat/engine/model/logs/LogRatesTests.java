package io.lifeboat.engine.model.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRatesTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final LogRates rates = new LogRates(new TemplateMiner(0.5, 100), Duration.ofSeconds(10));

    @Test
    void ratesAreLinesPerSecondOfTheWindow() {
        for (int i = 0; i < 5; i++) {
            rates.add(START.plusSeconds(i), "kernel: error reading sector " + i);
        }
        rates.add(START.plusSeconds(5), "kernel: all is well");

        assertThat(rates.perSecond(Severity.ERROR, START.plusSeconds(5))).isCloseTo(0.5, within(1e-9));
        assertThat(rates.perSecond(Severity.INFO, START.plusSeconds(5))).isCloseTo(0.1, within(1e-9));
        assertThat(rates.perSecond(Severity.FATAL, START.plusSeconds(5))).isZero();
    }

    @Test
    void linesOlderThanTheWindowAreForgotten() {
        rates.add(START, "error one");
        rates.add(START.plusSeconds(8), "error two");

        assertThat(rates.perSecond(Severity.ERROR, START.plusSeconds(12))).isCloseTo(0.1, within(1e-9));
        assertThat(rates.perSecond(Severity.ERROR, START.plusSeconds(30))).isZero();
    }

    @Test
    void eachTemplateHasItsOwnRate() {
        LogTemplate sector = rates.add(START, "error reading sector 7");
        rates.add(START.plusSeconds(1), "error reading sector 8");
        LogTemplate link = rates.add(START.plusSeconds(1), "link went down");

        assertThat(rates.perSecondByTemplate(START.plusSeconds(2)))
                .containsOnlyKeys(sector, link)
                .containsEntry(sector, 0.2)
                .containsEntry(link, 0.1);
    }

    @Test
    void inAStormTheWindowShrinksButTheRateIsRight() {
        for (int i = 0; i < 200_000; i++) {
            rates.add(START.plusMillis(i / 40), "error storm");
        }

        assertThat(rates.perSecond(Severity.ERROR, START.plusSeconds(5))).isCloseTo(40_000, within(400.0));
    }

    @ParameterizedTest
    @CsvSource({
        "RAS KERNEL FATAL data TLB error interrupt, FATAL",
        "2015-10-18 18:01:47 ERROR [main] disk, ERROR",
        "'[warn] fan slow', WARNING",
        "'kernel: WARNING: fan slow', WARNING",
        "RAS KERNEL INFO instruction cache parity error corrected, ERROR",
        "terror in the errand, INFO"
    })
    void severityIsAWholeWordNearTheStart(String line, Severity severity) {
        assertThat(Severity.of(line)).isEqualTo(severity);
    }
}
