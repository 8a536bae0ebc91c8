package io.lifeboat.engine;

import io.lifeboat.engine.alert.AlertSettings;
import io.lifeboat.engine.alert.CostModel;
import io.lifeboat.engine.alert.ErrorBudgetSettings;
import io.lifeboat.engine.alert.IncidentSettings;
import io.lifeboat.engine.alert.QuorumSettings;
import io.lifeboat.engine.migration.MigrationSettings;
import java.time.Duration;

/**
 * Configuration of an {@link Engine}; immutable.
 *
 * @param mode whether the engine acts or only observes; acting by default
 * @param horizon how far ahead failures are predicted; 10 s by default; equal to the predictor's
 * @param staleAfter telemetry older than this makes a node no target; 1 s by default
 * @param costs what outages and moves cost
 * @param objectives how service level objectives bind
 * @param alerts how alerts are damped
 * @param quorum what a critical alert needs before anything is moved
 * @param incidents when troubles of several nodes count as one
 * @param migrations limits of reallocation
 */
public record EngineConfig(
        Mode mode,
        Duration horizon,
        Duration staleAfter,
        CostModel costs,
        ErrorBudgetSettings objectives,
        AlertSettings alerts,
        QuorumSettings quorum,
        IncidentSettings incidents,
        MigrationSettings migrations) {

    /** What the engine may do. */
    public enum Mode {
        /** Predicts, alerts, cordons and migrates. */
        ACTING,
        /** Predicts and alerts, but moves only what a dead node left behind, as a platform does by itself. */
        REACTING,
        /** Predicts and alerts only; never touches the cluster. */
        OBSERVING
    }

    public EngineConfig {
        requirePositive("horizon", horizon);
        requirePositive("staleAfter", staleAfter);
    }

    /** The defaults. */
    public static EngineConfig defaults() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("%s (%s) must be positive.".formatted(name, value));
        }
    }

    /** Builds a configuration; what is not set keeps its default. Not thread-safe. */
    public static final class Builder {

        private Mode mode = Mode.ACTING;
        private Duration horizon = Duration.ofSeconds(10);
        private Duration staleAfter = Duration.ofSeconds(1);
        private CostModel costs = CostModel.defaults();
        private ErrorBudgetSettings objectives = ErrorBudgetSettings.defaults();
        private AlertSettings alerts = AlertSettings.defaults();
        private QuorumSettings quorum = QuorumSettings.defaults();
        private IncidentSettings incidents = IncidentSettings.defaults();
        private MigrationSettings migrations = MigrationSettings.defaults();

        private Builder() {}

        public Builder mode(Mode value) {
            this.mode = value;
            return this;
        }

        public Builder horizon(Duration value) {
            this.horizon = value;
            return this;
        }

        public Builder staleAfter(Duration value) {
            this.staleAfter = value;
            return this;
        }

        public Builder costs(CostModel value) {
            this.costs = value;
            return this;
        }

        public Builder alerts(AlertSettings value) {
            this.alerts = value;
            return this;
        }

        public Builder objectives(ErrorBudgetSettings value) {
            this.objectives = value;
            return this;
        }

        public Builder quorum(QuorumSettings value) {
            this.quorum = value;
            return this;
        }

        public Builder incidents(IncidentSettings value) {
            this.incidents = value;
            return this;
        }

        public Builder migrations(MigrationSettings value) {
            this.migrations = value;
            return this;
        }

        /** Planned migrations that may run at once; those of high criticality do not wait for a slot. */
        public Builder maxConcurrentMigrations(int value) {
            this.migrations = migrations.withMaxConcurrent(value);
            return this;
        }

        public EngineConfig build() {
            return new EngineConfig(
                    mode, horizon, staleAfter, costs, objectives, alerts, quorum, incidents, migrations);
        }
    }
}
