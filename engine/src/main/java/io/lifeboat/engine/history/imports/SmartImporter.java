package io.lifeboat.engine.history.imports;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * SMART rows: one a drive and day, as Backblaze publishes them, or start-stop tables with one a drive and stretch of time in
 * which nothing changed.
 */
final class SmartImporter implements Importer {

    private static final List<String> DAILY = List.of("date", "serial_number", "failure");

    @Override
    public String name() {
        return "smart";
    }

    @Override
    public String usage() {
        return "smart --input FILE…: SMART rows, daily (%s, smart_5_raw …) or start-stop (%s, smart_5 …)"
                .formatted(String.join(", ", DAILY), String.join(", ", StartStopRows.COLUMNS));
    }

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Imported read(ImportOptions options) throws IOException {
        Problems problems = new Problems();
        SmartDrives drives = new SmartDrives();
        StartStopRows steps = new StartStopRows();
        for (SourceFile file : options.inputs()) {
            Table table = new Table(file);
            if (table.columns().contains("tstart")) {
                table.forEach(StartStopRows.COLUMNS, problems, steps::add);
            } else {
                table.forEach(DAILY, problems, row -> daily(row, drives));
            }
        }
        steps.addTo(drives);
        problems.check();
        return drives.imported();
    }

    /** A drive marked as failed worked on that day for the last time: it failed by the end of it. */
    private static void daily(Row row, SmartDrives drives) {
        Instant day = row.time("date", TimeFormat.DATE);
        String drive = row.required("serial_number");
        drives.add(drive, SmartReading.of(day, row, "smart_%d_raw"));
        if (Flags.isSet("failure", row.text("failure"))) {
            drives.failed(drive, day.plus(Duration.ofDays(1)));
        }
    }
}
