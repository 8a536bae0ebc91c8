package io.lifeboat.engine.history;

import static io.lifeboat.engine.history.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes a run may die at any moment. */
class CrashTests {

    @TempDir
    Path directory;

    @Test
    void aKilledProcessLosesNothingThatItHandedOver() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.getInputStream().readNBytes(Endless.READY.length()))
                    .asString()
                    .isEqualTo(Endless.READY);
            assertThat(store().runs()).as("runs while it is written").isEmpty();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        RecordedRun run = only();
        assertThat(run.complete()).isFalse();
        assertThat(run.frames())
                .startsWith(Histories.frames(Endless.HANDED_OVER).toArray(i -> frame(i)));
    }

    private static TelemetryFrame[] frame(int count) {
        return new TelemetryFrame[count];
    }

    /** Hands over some frames and then hangs. */
    static final class Endless {

        static final String READY = "ready";
        static final int HANDED_OVER = 100;

        private Endless() {}

        public static void main(String[] args) throws InterruptedException {
            HistoryStore store = HistoryStore.open(Path.of(args[0]), HistoryLimits.DEFAULT, InstantSource.fixed(START));
            HistoryWriter writer = store.begin(Histories.info("killed"));
            Histories.frames(HANDED_OVER).forEach(writer::append);
            writer.flush();
            System.out.print(READY);
            System.out.flush();
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @Test
    void aTornLastLineIsLeftOut() throws IOException {
        Path telemetry = cutOff();
        Files.writeString(telemetry, "2026-01-31T12:00:09Z,node-1,0.25", StandardOpenOption.APPEND);
        assertThat(only().frames()).isEqualTo(Histories.frames(5));
    }

    @Test
    void whatALossOfPowerLeavesBehindIsLeftOut() throws IOException {
        Path telemetry = cutOff();
        Files.write(telemetry, new byte[4096], StandardOpenOption.APPEND);
        assertThat(only().frames()).isEqualTo(Histories.frames(5));
    }

    @Test
    void anEmptyRecordingIsARunWithoutFrames() throws IOException {
        Files.write(cutOff(), new byte[0]);
        assertThat(only().frames()).isEmpty();
    }

    @Test
    void aTruthThatWasWrittenCountsEvenIfTheTelemetryWasNeverCompressed() throws IOException {
        Path telemetry = cutOff();
        Files.writeString(telemetry.resolveSibling("truth.csv"), TruthCsv.header() + "\n");
        assertThat(only().complete()).isTrue();
        assertThat(only().frames()).isEqualTo(Histories.frames(5));
    }

    @Test
    void damageInARunThatEndedProperlyIsTold() throws IOException {
        HistoryWriter writer = store().begin(Histories.info("damaged"));
        writer.finish(List.of());
        Path file = only().directory().resolve("telemetry.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((TelemetryCsv.CURRENT.header() + "\nyesterday,node-1\n").getBytes());
        }
        assertThatThrownBy(() -> only().frames())
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining(file + " line 2 (\"yesterday,node-1\")");
    }

    /** A directory as a killed process leaves it. */
    private Path cutOff() throws IOException {
        HistoryWriter writer = store().begin(Histories.info("cut-off"));
        Histories.frames(5).forEach(writer::append);
        writer.close();
        Path run = only().directory();
        Path telemetry = run.resolve("telemetry.csv");
        try (var in = new GZIPInputStream(Files.newInputStream(run.resolve("telemetry.csv.gz")))) {
            Files.copy(in, telemetry);
        }
        Files.delete(run.resolve("telemetry.csv.gz"));
        Files.writeString(run.resolve("open"), "1 1970-01-01T00:00:00Z\n");
        return telemetry;
    }

    private HistoryStore store() {
        return Histories.store(directory, START);
    }

    private RecordedRun only() {
        List<RecordedRun> runs = store().runs();
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }
}
