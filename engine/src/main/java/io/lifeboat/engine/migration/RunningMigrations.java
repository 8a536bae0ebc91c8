package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.Migration;
import io.lifeboat.engine.cluster.MigrationOrder.Kind;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Migrations under way, and what their phases mean for the future. */
final class RunningMigrations {

    private static final class Run {
        private final Migration migration;
        private final Resources requests;
        private final Instant started;
        private @Nullable MigrationPhase phase;
        private boolean measured;

        private Run(Migration migration, Resources requests, Instant started) {
            this.migration = migration;
            this.requests = requests;
            this.started = started;
        }
    }

    private final MigrationEvents events;
    private final MoveHistory history;
    private final Attempts attempts;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    RunningMigrations(MigrationEvents events, MoveHistory history, Attempts attempts) {
        this.events = events;
        this.history = history;
        this.attempts = attempts;
    }

    void add(Instant now, Migration migration, Workload workload) {
        runs.put(workload.id(), new Run(migration, workload.requests(), now));
    }

    boolean isMoving(String workload) {
        return runs.containsKey(workload);
    }

    long planned() {
        return runs.values().stream()
                .filter(run -> run.migration.order().kind() == Kind.PLANNED)
                .count();
    }

    /** What migrations under way need on their targets, by node. */
    Map<String, Resources> reserved() {
        Map<String, Resources> reserved = new LinkedHashMap<>();
        runs.values().forEach(run -> reserved.merge(run.migration.order().to(), run.requests, Resources::plus));
        return reserved;
    }

    void update(Instant now) {
        List<String> finished = new ArrayList<>();
        runs.forEach((workload, run) -> {
            MigrationPhase phase = run.migration.phase();
            if (phase == run.phase) {
                return;
            }
            run.phase = phase;
            events.advanced(run.migration, phase);
            measure(now, run);
            if (phase.isFinal()) {
                finished.add(workload);
                settle(now, run.migration, phase);
            }
        });
        finished.forEach(runs::remove);
    }

    private void measure(Instant now, Run run) {
        Optional<Duration> pause = run.migration.pause();
        boolean planned = run.migration.order().kind() == Kind.PLANNED;
        if (planned && pause.isPresent() && !run.measured) {
            run.measured = true;
            events.measured(Duration.between(run.started, now), pause.get());
        }
    }

    private void settle(Instant now, Migration migration, MigrationPhase phase) {
        if (phase == MigrationPhase.COMPLETED) {
            history.completed(now, migration.order());
            attempts.forget(migration.order().workload());
        } else {
            history.failed(now, migration.order());
            String why = migration.failure().orElse("no reason given");
            attempts.failed(now, migration.order().workload(), why);
        }
    }
}
