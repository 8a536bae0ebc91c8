package io.lifeboat.engine.history.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogImportTests {

    private static final String MAPPING = """
            line = ^(?<time>\\w+ +\\d+ [\\d:]+) (?<node>\\S+) (?<level>\\w+) (?<message>.*)$
            time.format = MMM d HH:mm:ss
            time.year = 2026
            period = 10s
            """;

    @TempDir
    Path directory;

    @Test
    void linesBecomeRatesBySeverityAndNovelty() {
        RecordedRun run = log(MAPPING, """
                        Jan  1 00:00:01 a ERROR disk sda1 is slow
                        Jan  1 00:00:02 a FATAL disk sdb2 is slow
                        Jan  1 00:00:03 b INFO all is well
                        Jan  1 00:00:12 a WARN disk sdc3 is slow
                        Jan  1 01:00:00 a INFO all is well
                        """).imported();
        assertThat(ImportRun.frames(run))
                .filteredOn(frame -> frame.node().equals("a"))
                .extracting(TelemetryFrame::at)
                .containsExactly(
                        Instant.parse("2026-01-01T00:00:10Z"),
                        Instant.parse("2026-01-01T00:00:20Z"),
                        Instant.parse("2026-01-01T00:00:30Z"),
                        Instant.parse("2026-01-01T01:00:10Z"),
                        Instant.parse("2026-01-01T01:00:20Z"));
        assertThat(ImportRun.values(run, "a", Metric.LOG_ERRORS)).containsExactly(0.2, 0.0, 0.0, 0.0, 0.0);
        assertThat(ImportRun.values(run, "a", Metric.LOG_FATAL)).containsExactly(0.1, 0.0, 0.0, 0.0, 0.0);
        assertThat(ImportRun.values(run, "a", Metric.LOG_WARNINGS)).containsExactly(0.0, 0.1, 0.0, 0.0, 0.0);
        assertThat(ImportRun.values(run, "a", Metric.LOG_NEW_TEMPLATES))
                .as("the last line was known from node b")
                .containsExactly(0.1, 0.0, 0.0, 0.0, 0.0);
        assertThat(ImportRun.values(run, "b", Metric.LOG_NEW_TEMPLATES)).containsExactly(0.1, 0.0);
    }

    @Test
    void linesOfAnotherFormAreRefusedUnlessTheMappingSaysOtherwise() {
        String text = "Jan  1 00:00:01 a ERROR it broke\n  at Main.java:7\n";
        assertThat(log(MAPPING, text).refused())
                .contains("app.log line 2: \"  at Main.java:7\" does not match the pattern")
                .contains("unmatched = skip");
        RecordedRun run = log(MAPPING + "unmatched = skip\n", text).imported();
        assertThat(ImportRun.values(run, "a", Metric.LOG_ERRORS)).containsExactly(0.1, 0.0);
    }

    @Test
    void aTimeThatIsNoneIsNamed() {
        assertThat(log(MAPPING, "Foo  1 00:00:01 a ERROR it broke\n").refused())
                .contains("app.log line 1: the time is \"Foo  1 00:00:01\", but must be a time like MMM d HH:mm:ss");
    }

    @Test
    void aPatternThatLacksSomethingIsRefused() {
        assertThat(log("line = (?<node>\\S+) .*\ntime.format = iso\n", "x\n").refused())
                .contains("mapping line 1: line = (?<node>\\S+) .* has no (?<time>…)");
        assertThat(log("line = (?<time>\\S+) .*\ntime.format = iso\n", "x\n").refused())
                .contains("mapping line 1: nothing says the node");
        assertThat(log("line = (?<time>\\S+ .*\ntime.format = iso\n", "x\n").refused())
                .contains("mapping line 1: line is no pattern");
    }

    private ImportRun log(String mapping, String text) {
        return ImportRun.of(directory, "log")
                .with("--mapping", "mapping", mapping)
                .with("--input", "app.log", text);
    }
}
