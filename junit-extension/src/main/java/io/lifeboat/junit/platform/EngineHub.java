package io.lifeboat.junit.platform;

import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.EngineListener;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes on what the engine does, and what it sees, to whoever listens at the moment. Thread-safe. */
final class EngineHub implements EngineListener {

    private final List<EngineListener> listeners = new CopyOnWriteArrayList<>();
    private final List<TelemetryListener> telemetryListeners = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(EngineEvent event) {
        listeners.forEach(listener -> listener.onEvent(event));
    }

    Platform.Subscription listen(EngineListener listener, TelemetryListener telemetry) {
        listeners.add(listener);
        telemetryListeners.add(telemetry);
        return () -> {
            listeners.remove(listener);
            telemetryListeners.remove(telemetry);
        };
    }

    /** The same source, with an ear at it. */
    TelemetrySource tap(TelemetrySource source) {
        return () -> {
            List<TelemetryFrame> frames = source.poll();
            frames.forEach(frame -> telemetryListeners.forEach(listener -> listener.onFrame(frame)));
            return frames;
        };
    }
}
