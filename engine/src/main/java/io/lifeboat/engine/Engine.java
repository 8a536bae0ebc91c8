package io.lifeboat.engine;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads telemetry, predicts failures, alerts, plans and moves workloads off nodes in time.
 *
 * <p>The engine has no thread and no clock: everything happens in {@link #tick}. It is not thread-safe; one thread
 * drives it, in real time an {@link EngineLoop}. The same telemetry at the same instants gives the same events.
 */
public final class Engine {

    private final TelemetrySource telemetry;
    private final FailurePredictor predictor;

    private Engine(Builder builder) {
        this.telemetry = Objects.requireNonNull(builder.telemetry, "telemetry is mandatory");
        this.predictor = Objects.requireNonNull(builder.predictor, "predictor is mandatory");
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * One round of observe, predict, decide, plan and migrate.
     *
     * @param now the engine's time; must not go backwards
     */
    public void tick(Instant now) {
        for (TelemetryFrame frame : telemetry.poll()) {
            predictor.observe(frame);
        }
        predictor.predict(now);
    }

    /** Builds an engine: operator, telemetry and predictor are mandatory. Not thread-safe. */
    public static final class Builder {

        private @Nullable ClusterOperator operator;
        private @Nullable TelemetrySource telemetry;
        private @Nullable FailurePredictor predictor;
        private EngineConfig config = EngineConfig.defaults();
        private final List<EngineListener> listeners = new ArrayList<>();

        private Builder() {}

        public Builder operator(ClusterOperator value) {
            this.operator = value;
            return this;
        }

        public Builder telemetry(TelemetrySource value) {
            this.telemetry = value;
            return this;
        }

        public Builder predictor(FailurePredictor value) {
            this.predictor = value;
            return this;
        }

        public Builder config(EngineConfig value) {
            this.config = value;
            return this;
        }

        /** Adds a listener; listeners are called in the order in which they were added. */
        public Builder listener(EngineListener value) {
            listeners.add(value);
            return this;
        }

        public Engine build() {
            return new Engine(this);
        }
    }
}
