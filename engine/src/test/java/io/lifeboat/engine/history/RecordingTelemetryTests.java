package io.lifeboat.engine.history;

import static io.lifeboat.engine.history.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTelemetryTests {

    @TempDir
    Path directory;

    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theEngineGetsWhatTheHistoryGets() throws IOException {
        List<TelemetryFrame> frames = Histories.frames(300);
        HistoryRecorder recorder = new HistoryRecorder(store().begin(Histories.info("run")), problems::add);
        RecordingTelemetry telemetry = new RecordingTelemetry(() -> frames, recorder);
        assertThat(telemetry.poll()).isEqualTo(frames);
        recorder.finish(List.of(Histories.crash("node-1")));
        RecordedRun run = store().runs().get(0);
        assertThat(run.frames()).isEqualTo(frames);
        assertThat(run.truths()).containsExactly(Histories.crash("node-1"));
        assertThat(problems).isEmpty();
    }

    @Test
    void aRecordingThatFailsIsToldOnceAndTheEngineGoesOn() {
        HistoryWriter broken = store().begin(Histories.info("run"));
        broken.close();
        HistoryRecorder recorder = new HistoryRecorder(broken, problems::add);
        RecordingTelemetry telemetry = new RecordingTelemetry(() -> Histories.frames(10), recorder);
        for (int i = 0; i < 100; i++) {
            assertThat(telemetry.poll()).hasSize(10);
        }
        recorder.finish(List.of());
        assertThat(problems).hasSize(1);
    }

    @Test
    void aNodeWhoseNameWouldTearALineEndsTheRecordingWithAReason() {
        HistoryRecorder recorder = new HistoryRecorder(store().begin(Histories.info("run")), problems::add);
        recorder.record(new TelemetryFrame("two\nlines", START, Map.of()));
        recorder.finish(List.of());
        assertThat(problems).singleElement().asString().contains("line break");
        assertThat(store().runs()).singleElement().matches(run -> !run.complete());
    }

    private HistoryStore store() {
        return Histories.store(directory, START);
    }
}
