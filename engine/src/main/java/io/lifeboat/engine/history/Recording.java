package io.lifeboat.engine.history;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.util.List;

/** Where a {@link HistoryRecorder} writes to: one run, or one after the other. Thread-safe; throws {@link HistoryException} if the disk fails. */
interface Recording extends AutoCloseable {

    void append(TelemetryFrame frame);

    void flush();

    /** Tells a truth as soon as it is known. */
    void happened(Truth truth);

    /** Ends with more truths, and closes. */
    void finish(List<Truth> truths);

    @Override
    void close();
}
