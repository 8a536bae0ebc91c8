package io.lifeboat.engine.history;

import static io.lifeboat.engine.history.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryStoreTests {

    @TempDir
    Path directory;

    @Test
    void whatWasAppendedIsReadBackToTheBit() throws IOException {
        List<TelemetryFrame> frames = randomFrames(500);
        List<Truth> truths = List.of(
                Histories.crash("node-1"),
                new Truth(
                        "node, \"two\"",
                        Component.NETWORK,
                        "NETWORK_CUT",
                        START,
                        Optional.empty(),
                        Optional.of(START.plusNanos(1))));
        HistoryStore store = Histories.store(directory, START);
        try (HistoryWriter writer = store.begin(Histories.info("a run"))) {
            frames.forEach(writer::append);
            writer.finish(truths);
        }
        RecordedRun run = only(Histories.store(directory, START));
        assertThat(run.info()).isEqualTo(Histories.info("a run"));
        assertThat(run.complete()).isTrue();
        assertThat(run.truths()).isEqualTo(truths);
        assertThat(run.frames()).isEqualTo(frames);
    }

    /** Every finite double is equally likely, denormal and negative ones too. */
    private static List<TelemetryFrame> randomFrames(int count) {
        SplittableRandom random = new SplittableRandom(7);
        List<TelemetryFrame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            for (Metric metric : Metric.values()) {
                double value = Double.longBitsToDouble(random.nextLong());
                if (Double.isFinite(value) && random.nextBoolean()) {
                    values.put(metric, value);
                }
            }
            frames.add(
                    new TelemetryFrame("node, \"" + i % 3 + '"', START.plusNanos(random.nextLong(1L << 50)), values));
        }
        return frames;
    }

    @Test
    void aRunInWhichNothingFailedIsCompleteAndHasNoTruths() {
        HistoryWriter writer = Histories.store(directory, START).begin(Histories.info("quiet"));
        writer.finish(List.of());
        RecordedRun run = only(Histories.store(directory, START));
        assertThat(run.complete()).isTrue();
        assertThat(run.truths()).isEmpty();
    }

    @Test
    void aRunWithoutAnEndIsNotCompleteButKeepsItsFrames() throws IOException {
        try (HistoryWriter writer = Histories.store(directory, START).begin(Histories.info("aborted"))) {
            Histories.frames(3).forEach(writer::append);
        }
        RecordedRun run = only(Histories.store(directory, START));
        assertThat(run.complete()).isFalse();
        assertThat(run.truths()).isEmpty();
        assertThat(run.frames()).isEqualTo(Histories.frames(3));
    }

    @Test
    void telemetryThatCannotBeUnpackedIsRefusedWithItsFile() throws IOException {
        HistoryWriter writer = Histories.store(directory, START).begin(Histories.info("torn"));
        Histories.frames(3).forEach(writer::append);
        writer.finish(List.of());
        RecordedRun run = only(Histories.store(directory, START));
        Path telemetry = run.directory().resolve("telemetry.csv.gz");
        byte[] whole = Files.readAllBytes(telemetry);
        for (byte[] broken :
                List.of(Arrays.copyOf(whole, whole.length / 2), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})) {
            Files.write(telemetry, broken);
            assertThatThrownBy(run::frames)
                    .isInstanceOf(HistoryException.class)
                    .hasMessageContainingAll("telemetry.csv.gz is damaged", "Maybe remove its directory");
        }
    }

    @Test
    void runsComeInTheOrderInWhichTheyStarted() {
        HistoryStore store = Histories.store(directory, START);
        for (int i : List.of(2, 0, 1)) {
            store.begin(Histories.info("run-" + i, START.plusSeconds(i))).finish(List.of());
        }
        assertThat(store.runs()).extracting(run -> run.info().id()).containsExactly("run-0", "run-1", "run-2");
    }

    @Test
    void aRunThatIsBeingWrittenIsNotListed() {
        HistoryStore store = Histories.store(directory, START);
        HistoryWriter writer = store.begin(Histories.info("open"));
        assertThat(store.runs()).isEmpty();
        writer.finish(List.of());
        assertThat(store.runs()).hasSize(1);
    }

    @Test
    void twoRunsOfTheSameIdAndMomentAreKeptApart() throws IOException {
        HistoryWriter first = Histories.store(directory, START).begin(Histories.info("same"));
        HistoryWriter second = Histories.store(directory, START).begin(Histories.info("same"));
        Histories.frames(1).forEach(first::append);
        Histories.frames(2).forEach(second::append);
        first.finish(List.of());
        second.finish(List.of());
        List<RecordedRun> runs = Histories.store(directory, START).runs();
        assertThat(runs).hasSize(2);
        assertThat(List.of(runs.get(0).frames().size(), runs.get(1).frames().size()))
                .containsExactly(1, 2);
    }

    @Test
    void aFinishedRunIsCompressedAndTheTruthStaysInAFileOfItsOwn() throws IOException {
        HistoryWriter writer = Histories.store(directory, START).begin(Histories.info("layout"));
        Histories.frames(2).forEach(writer::append);
        writer.finish(List.of(Histories.crash("node-1")));
        Path run = only(Histories.store(directory, START)).directory();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(run.resolve("telemetry.csv.gz")))) {
            assertThat(new String(in.readAllBytes()))
                    .startsWith("at,node,cpu_utilisation,")
                    .contains("\n2026-01-31T12:00:00Z,node-0,0.0,")
                    .doesNotContain("CPU_THROTTLE");
        }
        assertThat(run.resolve("truth.csv"))
                .hasContent("node,component,cause,onset,failed_at,censored_at\n"
                        + "node-1,cpu,CPU_THROTTLE,2026-01-31T12:00:03Z,2026-01-31T12:00:08Z,\n");
        assertThat(run).isDirectoryNotContaining("glob:**{telemetry.csv,open,*.tmp,*.partial}");
    }

    @Test
    void refusesTheFormatOfANewerVersionAndNamesIt() throws IOException {
        HistoryStore store = Histories.store(directory, START);
        store.begin(Histories.info("old")).finish(List.of());
        store.begin(Histories.info("new")).finish(List.of());
        Path file = store.runs().get(1).directory().resolve("run.json");
        Files.writeString(file, Files.readString(file).replace("\"format\": 1", "\"format\": 99"));
        assertThatThrownBy(store::runs)
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("has format 99, and this version reads formats up to 1")
                .hasMessageContaining("Maybe");
        List<String> refused = new ArrayList<>();
        assertThat(store.runs(reason -> refused.add(reason.getMessage()))).hasSize(1);
        assertThat(refused).singleElement().asString().contains(file.toString());
    }

    @Test
    void namesTheLineOfATruthThatWasDamaged() throws IOException {
        HistoryStore store = Histories.store(directory, START);
        store.begin(Histories.info("a")).finish(List.of(Histories.crash("node-1")));
        RecordedRun run = only(store);
        Path file = run.directory().resolve("truth.csv");
        Files.writeString(file, Files.readString(file).replace("12:00:08", "noon"));
        assertThatThrownBy(run::truths)
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining(file + " line 2")
                .hasMessageContaining("2026-01-31TnoonZ");
    }

    @Test
    void aRunThatHasEndedTakesNoMoreFrames() {
        HistoryWriter writer = Histories.store(directory, START).begin(Histories.info("ended"));
        writer.finish(List.of());
        assertThatThrownBy(() -> writer.append(Histories.frames(1).get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has ended");
    }

    private static RecordedRun only(HistoryStore store) {
        List<RecordedRun> runs = store.runs();
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }
}
