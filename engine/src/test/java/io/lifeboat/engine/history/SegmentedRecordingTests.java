package io.lifeboat.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentedRecordingTests {

    @TempDir
    Path directory;

    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

    private HistoryStore store() {
        return Histories.store(directory, Histories.START);
    }

    private HistoryRecorder recorder(SegmentLimits limits) {
        return HistoryRecorder.rolling(store(), Histories.info("cluster"), limits, problems::add);
    }

    private static List<TelemetryFrame> frames(List<RecordedRun> runs) throws IOException {
        List<TelemetryFrame> frames = new ArrayList<>();
        for (RecordedRun run : runs) {
            frames.addAll(run.frames());
        }
        return frames;
    }

    @Test
    void aLongRecordingBecomesSegmentsOfTheLengthAsked() throws IOException {
        List<TelemetryFrame> recorded = Histories.frames(300);
        try (HistoryRecorder recorder = recorder(new SegmentLimits(Long.MAX_VALUE, Duration.ofSeconds(10)))) {
            recorded.forEach(recorder::record);
            recorder.finish(List.of(Histories.crash("node-1")));
        }
        List<RecordedRun> runs = store().runs();
        assertThat(problems).isEmpty();
        assertThat(runs).hasSize(3).allMatch(RecordedRun::complete);
        assertThat(frames(runs)).isEqualTo(recorded);
        assertThat(runs)
                .extracting(run -> run.info().recording())
                .containsOnly(runs.get(0).info().recording());
        assertThat(runs.get(0).info().recording()).isPresent();
        assertThat(runs.get(2).truths()).containsExactly(Histories.crash("node-1"));
    }

    @Test
    void aSegmentIsNoLargerThanAsked() throws IOException {
        try (HistoryRecorder recorder = recorder(new SegmentLimits(2_000, Duration.ofDays(1)))) {
            Histories.frames(300).forEach(recorder::record);
            recorder.finish(List.of());
        }
        assertThat(store().runs()).hasSizeGreaterThan(5);
        assertThat(frames(store().runs())).hasSize(300);
    }

    @Test
    void whatAKilledProcessKnewOfTheTruthIsKept() throws IOException {
        HistoryWriter killed = store().begin(Histories.info("killed"));
        killed.append(Histories.frames(1).get(0));
        killed.happened(Histories.crash("node-1"));
        killed.flush();
        // What a killed process leaves behind: everything but its end.
        try (var files = Files.walk(directory)) {
            for (Path open : files.filter(path -> path.endsWith("open")).toList()) {
                Files.delete(open);
            }
        }
        assertThat(store().runs()).singleElement().satisfies(run -> {
            assertThat(run.complete()).isFalse();
            assertThat(run.truths()).containsExactly(Histories.crash("node-1"));
            assertThat(run.frames()).hasSize(1);
        });
        killed.close();
    }

    @Test
    void aNameOfManyBytesIsCut() {
        store().begin(Histories.info("実".repeat(300))).finish(List.of());
        assertThat(store().runs())
                .singleElement()
                .satisfies(run -> assertThat(run.info().id()).hasSize(300));
    }
}
