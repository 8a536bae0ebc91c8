package io.lifeboat.junit.experiment;

import io.lifeboat.engine.history.HistoryException;
import io.lifeboat.engine.history.HistoryRecorder;
import io.lifeboat.engine.history.HistoryStore;
import io.lifeboat.engine.history.RunInfo;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.junit.plan.ExperimentPlan;
import io.lifeboat.junit.platform.Platform;
import io.lifeboat.junit.platform.TelemetryListener;
import io.lifeboat.report.ExperimentResult;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the telemetry of an experiment for training, and at its end the truth. A test does not depend on it: a disk that
 * fails is told in the journal, and that is all. Thread-safe.
 */
final class HistoryRecording implements TelemetryListener, AutoCloseable {

    private final Optional<HistoryRecorder> recorder;
    private volatile @Nullable Instant began;

    private HistoryRecording(Optional<HistoryRecorder> recorder) {
        this.recorder = recorder;
    }

    /**
     * Begins to record.
     *
     * @param store where; nothing is recorded without one
     * @param onProblem told why recording stopped
     */
    static HistoryRecording begin(
            Optional<HistoryStore> store,
            ExperimentPlan plan,
            Platform platform,
            TestIdentity identity,
            Consumer<String> onProblem) {
        try {
            String scenario = identity.testClass() + "#" + identity.testMethod();
            RunInfo info = new RunInfo(identity.id(), platform.name(), scenario, plan.seed(), platform.now());
            return new HistoryRecording(store.map(open -> new HistoryRecorder(open.begin(info), onProblem)));
        } catch (HistoryException e) {
            onProblem.accept(String.valueOf(e.getMessage()));
            return new HistoryRecording(Optional.empty());
        }
    }

    /** The experiment began: the time at which its journal has zero, by the clock of the telemetry. */
    void began(Instant at) {
        began = at;
    }

    @Override
    public void onFrame(TelemetryFrame frame) {
        recorder.ifPresent(open -> open.record(frame));
    }

    /** The experiment is over and all its faults are cleared: this is what happened. */
    void finish(ExperimentResult result) {
        Instant zero = began;
        if (zero == null) {
            close();
        } else {
            recorder.ifPresent(open -> open.finish(Truths.of(result.faults(), zero)));
        }
    }

    /** Ends it without a truth. Does nothing after {@link #finish}. */
    @Override
    public void close() {
        recorder.ifPresent(HistoryRecorder::close);
    }
}
