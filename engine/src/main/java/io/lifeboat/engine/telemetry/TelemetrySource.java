package io.lifeboat.engine.telemetry;

import java.util.List;

/** Where telemetry comes from: agents, a simulation, a monitoring system, or a recording. */
public interface TelemetrySource {

    /**
     * The frames that arrived since the last call, oldest first. Never blocks. Called by one thread, the one that
     * drives the engine.
     */
    List<TelemetryFrame> poll();
}
