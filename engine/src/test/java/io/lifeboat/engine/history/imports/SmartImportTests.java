package io.lifeboat.engine.history.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.RecordedRun;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmartImportTests {

    private static final double DAY = 86_400;

    @TempDir
    Path directory;

    @Test
    void aDailyRowIsAFrameAndAMarkedDriveFailedByTheEndOfTheDay() {
        RecordedRun run = smart("""
                        date,serial_number,model,failure,smart_5_raw,smart_9_raw,smart_187_raw,smart_188_raw,smart_194_raw,smart_197_raw,smart_198_raw
                        2026-01-02,Z1,ST4,1,8,1024,3,,41,2,1
                        2026-01-01,Z1,ST4,0,0,1000,1,,40,0,0
                        2026-01-01,Z2,ST4,0,,,,,,,
                        """).imported();
        assertThat(ImportRun.values(run, "Z1", Metric.DISK_REALLOCATED_SECTORS)).containsExactly(0.0, 8.0);
        assertThat(ImportRun.values(run, "Z1", Metric.DISK_AGE)).containsExactly(1000.0, 1024.0);
        assertThat(ImportRun.values(run, "Z1", Metric.DISK_ERRORS)).containsExactly(Double.NaN, 2 / DAY);
        assertThat(ImportRun.values(run, "Z1", Metric.DISK_TIMEOUTS)).containsExactly(Double.NaN, Double.NaN);
        assertThat(ImportRun.values(run, "Z1", Metric.DISK_TEMPERATURE)).containsExactly(40.0, 41.0);
        assertThat(ImportRun.values(run, "Z1", Metric.DISK_PENDING_SECTORS)).containsExactly(0.0, 2.0);
        assertThat(ImportRun.values(run, "Z1", Metric.DISK_UNREADABLE_SECTORS)).containsExactly(0.0, 1.0);
        assertThat(run.truths()).containsExactly(failure("Z1", "2026-01-03T00:00:00Z"));
    }

    @Test
    void aStartStopTableBecomesAFrameForEachChangeAndOneForTheEnd() {
        RecordedRun run = smart("""
                        id,model,size_tb,min_date,max_date,tstart,tstop,fails,smart_5,smart_187,smart_188
                        7,HGST,8,2026-01-01,2026-01-05,48,96,1,6,5,65537
                        7,HGST,8,2026-01-01,2026-01-05,0,48,0,1,3,0
                        """).imported();
        assertThat(ImportRun.frames(run))
                .extracting(TelemetryFrame::at)
                .extracting(Instant::toString)
                .containsExactly("2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z", "2026-01-05T00:00:00Z");
        assertThat(ImportRun.values(run, "7", Metric.DISK_REALLOCATED_SECTORS)).containsExactly(1.0, 6.0, 6.0);
        assertThat(ImportRun.values(run, "7", Metric.DISK_AGE)).containsExactly(0.0, 48.0, 96.0);
        assertThat(ImportRun.values(run, "7", Metric.DISK_ERRORS)).containsExactly(Double.NaN, 1 / DAY, 0.0);
        assertThat(ImportRun.values(run, "7", Metric.DISK_TIMEOUTS))
                .as("the lowest of three counters in one value")
                .containsExactly(Double.NaN, 0.5 / DAY, 0.0);
        assertThat(run.truths()).containsExactly(failure("7", "2026-01-05T00:00:00Z"));
    }

    @Test
    void badRowsAreNamed() {
        assertThat(smart("""
                                id,max_date,tstart,tstop,fails,smart_5
                                7,2026-13-05,0,1,0,0
                                7,2026-01-05,9,1,0,0
                                7,2026-01-05,0,1,2,0
                                7,2026-01-05,0,1,0,many
                                """).refused())
                .contains("line 2: max_date is \"2026-13-05\"")
                .contains("line 3: tstop (1.0) must not be before tstart (9.0)")
                .contains("line 4: fails is \"2\", but must be 0 or 1")
                .contains("line 5: smart_5 is \"many\"");
    }

    @Test
    void anotherLayoutIsRefusedWithTheColumnsItLacks() {
        assertThat(smart("serial,when\n1,2\n").refused())
                .contains("there is no column \"date\"")
                .contains("there is no column \"serial_number\"");
    }

    private ImportRun smart(String data) {
        return ImportRun.of(directory, "smart").with("--input", "drives.csv", data);
    }

    private static Truth failure(String drive, String time) {
        Instant at = Instant.parse(time);
        return new Truth(drive, Component.DISK, "drive failure", at, Optional.of(at), Optional.empty());
    }
}
