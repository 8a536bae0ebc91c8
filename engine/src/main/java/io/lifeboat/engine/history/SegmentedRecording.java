package io.lifeboat.engine.history;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recording in segments, each a run of its own. Only between two frames, and not before there is a frame for the next, one ends. */
final class SegmentedRecording implements Recording {

    private final HistoryStore store;
    private final RunInfo info;
    private final SegmentLimits limits;
    private HistoryWriter segment;
    private @Nullable Instant first;

    SegmentedRecording(HistoryStore store, RunInfo info, SegmentLimits limits) {
        this.store = store;
        this.info = info.segment(info.startedAt());
        this.limits = limits;
        this.segment = store.begin(this.info);
    }

    @Override
    public synchronized void append(TelemetryFrame frame) {
        if (first != null && isFull(Duration.between(first, frame.at()))) {
            segment.finish(List.of());
            segment = store.begin(info.segment(frame.at()));
            first = null;
        }
        first = first == null ? frame.at() : first;
        segment.append(frame);
    }

    private boolean isFull(Duration age) {
        return age.compareTo(limits.maxAge()) >= 0 || segment.written() >= limits.maxBytes();
    }

    @Override
    public synchronized void flush() {
        segment.flush();
    }

    @Override
    public synchronized void happened(Truth truth) {
        segment.happened(truth);
    }

    @Override
    public synchronized void finish(List<Truth> truths) {
        segment.finish(truths);
    }

    @Override
    public synchronized void close() {
        segment.close();
    }
}
