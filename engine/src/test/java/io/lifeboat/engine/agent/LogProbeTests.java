package io.lifeboat.engine.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.telemetry.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogProbeTests {

    private static final long TICK = 100_000_000L;

    @TempDir
    Path folder;

    private final Tracked tracked = new Tracked();
    private final LogProbe probe = new LogProbe(tracked);
    private Path log;
    private long now;

    @BeforeEach
    void followTheLog() {
        log = folder.resolve("service.log");
        tracked.tell("logs" + log);
    }

    private Map<Metric, Double> measure() {
        now += TICK;
        Sample sample = new Sample(now, TICK);
        probe.measure(sample);
        return sample.values();
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Test
    void linesAreCountedBySeverityAndAFatalOneIsAnErrorToo() throws IOException {
        append("INFO started\nWARN slow\nERROR lost order 7\nFATAL out of disk\n");

        assertThat(measure())
                .containsEntry(Metric.LOG_FATAL, 1.0)
                .containsEntry(Metric.LOG_ERRORS, 2.0)
                .containsEntry(Metric.LOG_WARNINGS, 1.0);
    }

    @Test
    void onlyLinesOfAKindNeverSeenBeforeAreNew() throws IOException {
        append("order 1 accepted\n");
        assertThat(measure()).containsEntry(Metric.LOG_NEW_TEMPLATES, 1.0);
        append("order 2 accepted\norder 3 accepted\n");
        now += 1_000_000_000L;
        assertThat(measure()).containsEntry(Metric.LOG_NEW_TEMPLATES, 0.0);
        append("cannot reach the store on port 9000\n");
        assertThat(measure()).containsEntry(Metric.LOG_NEW_TEMPLATES, 1.0);
    }

    @Test
    void aLineCountsOnceItIsFinished() throws IOException {
        append("ERROR half a li");
        assertThat(measure()).containsEntry(Metric.LOG_ERRORS, 0.0);
        append("ne\n");
        assertThat(measure()).containsEntry(Metric.LOG_ERRORS, 1.0);
        assertThat(measure()).containsEntry(Metric.LOG_ERRORS, 1.0);
    }

    @Test
    void whatWasLoggedOverASecondAgoIsForgotten() throws IOException {
        append("ERROR once\n");
        measure();
        now += 1_000_000_000L;

        assertThat(measure()).containsEntry(Metric.LOG_ERRORS, 0.0);
    }

    @Test
    void aLogThatIsCutStartsAgain() throws IOException {
        append("ERROR one\nERROR two\n");
        measure();
        Files.writeString(log, "ERROR 3\n");

        assertThat(measure()).containsEntry(Metric.LOG_ERRORS, 3.0);
    }

    @Test
    void aLogThatIsNotThereYetHasNoLines() {
        assertThat(measure()).containsEntry(Metric.LOG_ERRORS, 0.0).containsEntry(Metric.LOG_NEW_TEMPLATES, 0.0);
    }
}
