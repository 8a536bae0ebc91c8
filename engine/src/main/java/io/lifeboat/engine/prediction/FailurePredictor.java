package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Predicts failures from telemetry alone. Implementations keep what they need of the past themselves and are driven by
 * one thread; same frames in the same order give the same predictions, to the bit.
 */
public interface FailurePredictor {

    /** Takes in what was measured. */
    void observe(TelemetryFrame frame);

    /**
     * What is expected of every component of every node heard of so far, ordered by node as first seen and then by
     * component. A component without enough fresh data is abstained on.
     *
     * @param now the engine's time, never before the newest frame
     */
    List<Prediction> predict(Instant now);

    /**
     * Forgets nodes that have left for good: nothing is predicted of them any more, and what was kept is freed. Should one report again, it is a
     * new one. Does nothing by itself.
     */
    default void forget(Collection<String> nodes) {}
}
