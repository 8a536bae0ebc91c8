package io.lifeboat.engine;

import io.lifeboat.engine.alert.DynamicThresholds;
import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.migration.MigrationEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Turns what reallocation does into the engine's events, and what it measures into thresholds. */
final class MigrationReporter implements MigrationEvents {

    private final DynamicThresholds thresholds;
    private final Consumer<EngineEvent> events;
    private Instant now = Instant.MIN;

    MigrationReporter(DynamicThresholds thresholds, Consumer<EngineEvent> events) {
        this.thresholds = thresholds;
        this.events = events;
    }

    /** Stamps the events from here on. */
    void now(Instant instant) {
        now = instant;
    }

    @Override
    public void queued(Workload workload, String reason) {
        events.accept(new EngineEvent.Queued(now, workload.id(), workload.node(), reason));
    }

    @Override
    public void started(MigrationOrder order, String why) {
        events.accept(new EngineEvent.MigrationStarted(now, order, why));
    }

    @Override
    public void advanced(Migration migration, MigrationPhase phase) {
        events.accept(new EngineEvent.MigrationAdvanced(
                now, migration.order(), phase, migration.failure(), migration.pause(), migration.dataAge()));
    }

    @Override
    public void measured(Duration moveTime, Duration pause) {
        thresholds.learn(moveTime, pause);
    }
}
