package io.lifeboat.engine.history.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTests {

    private static final String MAPPING = """
            # of the monitoring of our data centre
            time = when
            time.format = epoch-seconds
            node = host
            missing = -1
            metric.cpu_utilisation = cpu % * 0.01
            metric.cpu_temperature = fahrenheit * 0.5 - 16
            metric.network_retransmits = rate(retrans)
            """;

    @TempDir
    Path directory;

    @Test
    void columnsBecomeMetricsByTheMapping() {
        RecordedRun run = csv(MAPPING, """
                        when,host,other,cpu %,fahrenheit,retrans
                        100,a,x,50,212,1000
                        110,a,x,-1,,1500
                        105,"b, second",x,25,NA,7
                        """).imported();
        assertThat(ImportRun.frames(run))
                .containsExactly(
                        frame("a", 100, Map.of(Metric.CPU_UTILISATION, 0.5, Metric.CPU_TEMPERATURE, 90.0)),
                        frame("b, second", 105, Map.of(Metric.CPU_UTILISATION, 0.25)),
                        frame("a", 110, Map.of(Metric.NETWORK_RETRANSMITS, 50.0)));
        assertThat(run.complete()).isTrue();
        assertThat(run.info().platform()).isEqualTo("import");
        assertThat(run.info().startedAt()).isEqualTo(Instant.ofEpochSecond(100));
    }

    @Test
    void aCounterThatBeganAgainHasNoRateThen() {
        RecordedRun run = csv(MAPPING, """
                        when,host,cpu %,fahrenheit,retrans
                        100,a,1,1,1000
                        101,a,1,1,3
                        102,a,1,1,5
                        """).imported();
        assertThat(ImportRun.values(run, "a", Metric.NETWORK_RETRANSMITS)).containsExactly(Double.NaN, Double.NaN, 2.0);
    }

    @Test
    void aColumnMayHoldTheTruthAndEachStretchOfItIsOneFailure() {
        RecordedRun run = csv(MAPPING + "truth.failed = bad\ntruth.component = cpu\ntruth.cause = overheated\n", """
                        when,host,cpu %,fahrenheit,retrans,bad
                        1,a,1,1,0,
                        2,a,1,1,0,1
                        3,a,1,1,0,1
                        4,a,1,1,0,0
                        5,a,1,1,0,true
                        """)
                .imported();
        assertThat(run.truths()).containsExactly(overheated(2), overheated(5));
    }

    private static Truth overheated(int second) {
        Instant at = Instant.ofEpochSecond(second);
        return new Truth("a", Component.CPU, "overheated", at, Optional.of(at), Optional.empty());
    }

    @Test
    void theTruthMayComeInAFileOfItsOwn() {
        String data = "when,host,cpu %,fahrenheit,retrans\n1,a,1,1,0\n";
        String header = "node,component,cause,onset,failed_at,censored_at\n";
        ImportRun known = csv(MAPPING, data)
                .with("--truth", "truth.csv", header + "a,disk,wear,1970-01-01T00:00:00Z,,1970-01-01T00:00:09Z\n");
        assertThat(known.imported().truths())
                .containsExactly(new Truth(
                        "a",
                        Component.DISK,
                        "wear",
                        Instant.EPOCH,
                        Optional.empty(),
                        Optional.of(Instant.ofEpochSecond(9))));
    }

    @Test
    void aTruthFileMayBeWrittenOnWindowsAndEndWithItsLastLetter() {
        String truth = "node,component,cause,onset,failed_at,censored_at\r\na,disk,wear,1970-01-01T00:00:00Z,,";
        ImportRun known =
                csv(MAPPING, "when,host,cpu %,fahrenheit,retrans\n1,a,1,1,0\n").with("--truth", "truth.csv", truth);
        assertThat(known.imported().truths()).hasSize(1);
    }

    @Test
    void aTruthOfAnUnknownNodeIsRefused() {
        String header = "node,component,cause,onset,failed_at,censored_at\n";
        assertThat(csv(MAPPING, "when,host,cpu %,fahrenheit,retrans\n1,a,1,1,0\n")
                        .with("--truth", "truth.csv", header + "z,disk,wear,1970-01-01T00:00:00Z,,\n")
                        .refused())
                .contains("truth.csv line 2: node \"z\" is not in the telemetry. Maybe");
    }

    @Test
    void aTimeMayStandInTwoColumns() {
        RecordedRun run = csv("""
                        time = day + clock
                        time.format = dd.MM.uuuu HH:mm
                        time.zone = Europe/Berlin
                        node.name = gateway of {file}
                        separator = ;
                        metric.cpu_utilisation = cpu
                        """, "day;clock;cpu\n31.01.2026;13:30;0.5\n").imported();
        assertThat(ImportRun.frames(run))
                .containsExactly(new TelemetryFrame(
                        "gateway of data", Instant.parse("2026-01-31T12:30:00Z"), Map.of(Metric.CPU_UTILISATION, 0.5)));
    }

    @Test
    void aFileWithoutTimesAndHeaderHasAStartAndAStep() {
        RecordedRun run = csv("""
                        header = none
                        time.start = 1970-01-01T00:00:00Z
                        time.step = 5s
                        node.name = x
                        metric.disk_latency = 2 * 0.001
                        """, "9,1\n9,2\n").imported();
        assertThat(ImportRun.frames(run))
                .containsExactly(
                        frame("x", 0, Map.of(Metric.DISK_LATENCY, 0.001)),
                        frame("x", 5, Map.of(Metric.DISK_LATENCY, 0.002)));
    }

    @Test
    void everyBadLineIsNamedAndNothingIsImported() {
        String message = csv(MAPPING, """
                        when,host,cpu %,fahrenheit,retrans
                        1,a,50,1,0
                        noon,a,50,1,0
                        2,a,hot,1,0
                        3,a,850,1,0
                        4,a,50,1
                        5,,50,1,0
                        6,a,-7,1,0
                        """).refused();
        assertThat(message)
                .contains("Nothing was imported, because of 6 problems")
                .contains("data.csv line 3: when is \"noon\", but must be a time like epoch-seconds")
                .contains("data.csv line 4: cpu % is \"hot\", but must be a finite number")
                .contains("data.csv line 5: cpu % is 850.0, which makes 8.5, but a share is at most 1. Maybe scale it")
                .contains("data.csv line 6: it has 4 fields, but line 1 has 5. Maybe it is cut off")
                .contains("data.csv line 7: host is empty")
                .contains("data.csv line 8: cpu % is -7.0, which makes -0.07, but cpu_utilisation cannot be below 0");
    }

    @Test
    void aMissingColumnIsNamedWithThoseThereAre() {
        assertThat(csv(MAPPING, "when,host,cpu\n1,a,5\n").refused())
                .contains("data.csv line 1: there is no column \"cpu %\"")
                .contains("Maybe use one of [when, host, cpu]");
    }

    @Test
    void aMappingThatIsWrongIsToldByLine() {
        assertThat(csv(MAPPING + "metric.cpu_utilization = cpu\n", "x\n").refused())
                .contains("mapping line 9: \"cpu_utilization\" is no metric. Maybe use one of [cpu_utilisation,");
        assertThat(csv("time = when\ntimeformat = iso\n", "x\n").refused())
                .contains("mapping line 2: \"timeformat\" is no key");
        assertThat(csv("time = when\ntime.format = nonsense\nnode = a\nmetric.power = x\n", "x\n")
                        .refused())
                .contains("mapping line 2: time.format = \"nonsense\" is no format");
    }

    @Test
    void anUnknownOptionOrKindIsRefused() {
        assertThat(ImportRun.of(directory, "csv").with("--inptu", "a", "b").refused())
                .contains("--inptu is no option");
        assertThat(ImportRun.of(directory, "xml").with("--input", "a", "b").refused())
                .contains("\"xml\" cannot be imported")
                .contains("[csv, smart, memory, log]");
    }

    private ImportRun csv(String mapping, String data) {
        return ImportRun.of(directory, "csv")
                .with("--mapping", "mapping", mapping)
                .with("--input", "data.csv", data);
    }

    private static TelemetryFrame frame(String node, long second, Map<Metric, Double> values) {
        return new TelemetryFrame(node, Instant.ofEpochSecond(second), values);
    }
}
