package io.lifeboat.engine.history;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.util.List;

/** The same telemetry, recorded on its way to the engine. Never blocks the engine and never fails it. */
public final class RecordingTelemetry implements TelemetrySource {

    private final TelemetrySource source;
    private final HistoryRecorder recorder;

    public RecordingTelemetry(TelemetrySource source, HistoryRecorder recorder) {
        this.source = source;
        this.recorder = recorder;
    }

    @Override
    public List<TelemetryFrame> poll() {
        List<TelemetryFrame> frames = source.poll();
        frames.forEach(recorder::record);
        return frames;
    }
}
