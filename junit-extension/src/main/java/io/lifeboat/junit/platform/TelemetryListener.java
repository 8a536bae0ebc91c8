package io.lifeboat.junit.platform;

import io.lifeboat.engine.telemetry.TelemetryFrame;

/** Sees what the engine sees. Must not block. */
@FunctionalInterface
public interface TelemetryListener {

    void onFrame(TelemetryFrame frame);
}
