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

class MemoryImportTests {

    private static final String HEADER =
            "BankId,BankgroupId,ColumnId,LogTime,RankId,RowId,deviceID,error_type_full_name\n";

    @TempDir
    Path directory;

    @Test
    void errorsBecomeRatesByTheHourWithOneQuietHourAfterThem() {
        RecordedRun run = memory(HEADER
                        + "0,0,5,3601,0,7,1,CE.READ\n"
                        + "0,0,5,10,0,7,1,CE.SCRUB\n"
                        + "0,0,5,20,0,7,1,UE.READ\n"
                        + "0,0,5,30,0,7,1,CE.READ\n"
                        + "0,0,5,360000,0,7,1,CE.READ\n")
                .imported();
        assertThat(ImportRun.frames(run))
                .extracting(TelemetryFrame::at)
                .extracting(Instant::getEpochSecond)
                .containsExactly(3600L, 7200L, 10_800L, 363_600L, 367_200L);
        assertThat(ImportRun.values(run, "sn_1", Metric.MEMORY_CORRECTED_ERRORS))
                .containsExactly(2 / 3600.0, 1 / 3600.0, 0.0, 1 / 3600.0, 0.0);
        assertThat(ImportRun.values(run, "sn_1", Metric.MEMORY_UNCORRECTED_ERRORS))
                .containsExactly(1 / 3600.0, 0.0, 0.0, 0.0, 0.0);
    }

    @Test
    void placesOfErrorsTellWhatIsBroken() {
        RecordedRun run = memory(HEADER
                        + line(1, 0, 7, 5) // one cell
                        + line(3601, 0, 7, 6) // a second column of the row
                        + line(7201, 0, 8, 6) // a second row of the column
                        + line(10_801, 0, 8, 6) // again
                        + line(14_401, 1, 1, 1) // another bank
                        + line(18_001, 1, 2, 2)) // neither row nor column in common
                .imported();
        assertThat(ImportRun.values(run, "sn_1", Metric.MEMORY_ROW_FAULTS))
                .containsExactly(0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        assertThat(ImportRun.values(run, "sn_1", Metric.MEMORY_COLUMN_FAULTS))
                .containsExactly(0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        assertThat(ImportRun.values(run, "sn_1", Metric.MEMORY_BANK_FAULTS))
                .containsExactly(0.0, 0.0, 1.0, 1.0, 1.0, 2.0, 2.0);
    }

    private static String line(int time, int bank, int row, int column) {
        return "%d,0,%d,%d,0,%d,3.0,CE.READ\n".formatted(bank, column, time, row);
    }

    @Test
    void ticketsAreFailuresOfTheModulesWithALog() {
        ImportRun run = memory(HEADER + line(1, 0, 7, 5))
                .with("--tickets", "ticket.csv", "sn_name,alarm_time,sn_type\nsn_1,900,A\nsn_2,1000,A\n");
        Instant at = Instant.ofEpochSecond(900);
        assertThat(run.imported().truths())
                .containsExactly(
                        new Truth("sn_1", Component.MEMORY, "module failure", at, Optional.of(at), Optional.empty()));
        assertThat(run.output()).contains("1 tickets for these modules, 1 for others");
    }

    @Test
    void theNamesOfTheDocumentedLayoutAreKnownAsWell() {
        RecordedRun run = memory("rankid,deviceid,bankgroupid,bankid,rowid,columnid,log_time,error_type\n"
                        + "0,1,0,0,7,5,10,CE\n")
                .imported();
        assertThat(ImportRun.frames(run)).hasSize(2);
    }

    @Test
    void badLinesAreNamed() {
        assertThat(memory(HEADER + "0,0,5,soon,0,7,1,CE.READ\n0,0,5,1,0,7,1,OK\n0,0,,1,0,7,1,CE\n")
                        .refused())
                .contains("sn_1.csv line 2: LogTime is \"soon\"")
                .contains("sn_1.csv line 3: error_type_full_name is \"OK\", but must begin with CE or UE")
                .contains("sn_1.csv line 4: ColumnId is missing");
    }

    private ImportRun memory(String data) {
        return ImportRun.of(directory, "memory").with("--input", "sn_1.csv", data);
    }
}
