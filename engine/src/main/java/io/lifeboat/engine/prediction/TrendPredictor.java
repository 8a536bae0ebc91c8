package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.List;

/** Needs no training. */
public final class TrendPredictor implements FailurePredictor {

    /** A predictor with the default settings. */
    public TrendPredictor() {
        this(TrendSettings.defaults());
    }

    public TrendPredictor(TrendSettings settings) {}

    @Override
    public void observe(TelemetryFrame frame) {}

    @Override
    public List<Prediction> predict(Instant now) {
        return List.of();
    }
}
