package io.lifeboat.junit.platform;

import io.lifeboat.engine.Engine;
import io.lifeboat.engine.EngineConfig;
import io.lifeboat.engine.EngineListener;
import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.telemetry.TelemetrySource;
import io.lifeboat.junit.EngineMode;

/** Builds the engine of a test. */
final class Engines {

    private Engines() {}

    static Engine build(
            EngineMode mode,
            Predictors predictors,
            ClusterOperator operator,
            TelemetrySource telemetry,
            EngineListener listener) {
        return Engine.builder()
                .operator(operator)
                .telemetry(telemetry)
                .predictor(predictors.predictor())
                .config(EngineConfig.builder()
                        .mode(mode(mode))
                        .horizon(predictors.horizon())
                        .build())
                .listener(listener)
                .build();
    }

    private static EngineConfig.Mode mode(EngineMode mode) {
        return switch (mode) {
            case ACTING -> EngineConfig.Mode.ACTING;
            case REACTING -> EngineConfig.Mode.REACTING;
            case OBSERVING -> EngineConfig.Mode.OBSERVING;
        };
    }
}
