package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.placement.PlacementResult;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Moves workloads off nodes that are failing or lost. Each tick it follows the running migrations, cordons, finds what
 * must move, and starts what may start; the rest waits. Internal to the engine; not thread-safe.
 */
public final class Reallocator {

    private final ClusterOperator operator;
    private final MigrationSettings settings;
    private final MigrationEvents events;
    private final MoveHistory history;
    private final Attempts attempts;
    private final RunningMigrations running;
    private final Brake brake;
    private final Cordons cordons;
    private final Demands demands;
    private final Map<String, String> told = new LinkedHashMap<>();
    private long orders;

    public Reallocator(ClusterOperator operator, MigrationSettings settings, MigrationEvents events) {
        this.operator = operator;
        this.settings = settings;
        this.events = events;
        this.history = new MoveHistory(settings);
        this.attempts = new Attempts(settings);
        this.running = new RunningMigrations(events, history, attempts);
        this.brake = new Brake(settings.maxEvacuatedShare());
        this.cordons = new Cordons(operator, settings.uncordonAfter(), brake);
        this.demands = new Demands(settings.unreachableGrace());
    }

    /** Takes in how far the running migrations are. To be called before the snapshot of {@link #tick} is taken. */
    public void follow(Instant now) {
        running.update(now);
    }

    /**
     * One round.
     *
     * @param snapshot the cluster now
     * @param conditions all nodes by id, in the order of the snapshot
     * @param threshold probability from which moving a workload pays
     */
    public void tick(
            Instant now,
            ClusterSnapshot snapshot,
            Map<String, NodeCondition> conditions,
            ToDoubleFunction<Workload> threshold) {
        cordons.update(now, conditions);
        List<Demand> all = demands.find(now, snapshot, conditions, threshold);
        forgetAllBut(all);
        if (all.isEmpty()) {
            return;
        }
        Optional<Hold> incident = brake.check(conditions.values());
        Targets targets = new Targets(snapshot, conditions, running.reserved());
        for (Demand demand : all) {
            if (!running.isMoving(demand.workload().id())) {
                start(now, demand, incident, targets);
            }
        }
    }

    private void forgetAllBut(List<Demand> all) {
        if (told.isEmpty() && all.isEmpty()) {
            return;
        }
        Set<String> wanted = new LinkedHashSet<>();
        all.forEach(demand -> wanted.add(demand.workload().id()));
        told.keySet().removeIf(workload -> {
            boolean over = !wanted.contains(workload) && !running.isMoving(workload);
            if (over) {
                attempts.forget(workload);
            }
            return over;
        });
    }

    private void start(Instant now, Demand demand, Optional<Hold> incident, Targets targets) {
        Optional<Hold> hold = hold(now, demand, incident);
        if (hold.isPresent()) {
            tell(demand, hold.get());
            return;
        }
        PlacementResult result = targets.choose(now, demand, history);
        if (result instanceof PlacementResult.Placed placed) {
            migrate(now, demand, placed, targets);
        } else {
            tell(demand, new Hold("no-target", "no target: " + result.explanation()));
        }
    }

    private Optional<Hold> hold(Instant now, Demand demand, Optional<Hold> incident) {
        if (incident.isPresent() && !demand.certain()) {
            return incident;
        }
        if (demand.doubt().isPresent()) {
            return demand.doubt();
        }
        Optional<Hold> hold = attempts.hold(now, demand);
        if (hold.isEmpty() && !demand.isUrgent() && running.planned() >= settings.maxConcurrent()) {
            return Optional.of(new Hold("slot", "waits for one of %d slots".formatted(settings.maxConcurrent())));
        }
        return hold;
    }

    private void migrate(Instant now, Demand demand, PlacementResult.Placed placed, Targets targets) {
        Workload workload = demand.workload();
        MigrationOrder order = new MigrationOrder(
                "migration-" + ++orders, workload.id(), workload.node(), placed.target(), demand.kind());
        told.put(workload.id(), "started");
        try {
            running.add(now, operator.migrate(order), workload);
        } catch (IllegalArgumentException refused) {
            // The cluster changed since the snapshot. Counted and told like any failed migration.
            String why = String.valueOf(refused.getMessage());
            history.failed(now, order);
            attempts.failed(now, workload.id(), why);
            tell(demand, new Hold(order.id(), "%s was refused: %s".formatted(order.id(), why)));
            return;
        }
        targets.reserve(placed.target(), workload.requests());
        events.started(order, demand.cause() + "; " + placed.explanation());
    }

    private void tell(Demand demand, Hold hold) {
        String before = told.put(demand.workload().id(), hold.kind());
        if (!hold.kind().equals(before)) {
            events.queued(demand.workload(), hold.reason());
        }
    }
}
