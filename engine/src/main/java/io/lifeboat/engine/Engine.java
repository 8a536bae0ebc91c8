package io.lifeboat.engine;

import io.lifeboat.engine.alert.DynamicThresholds;
import io.lifeboat.engine.alert.Incidents;
import io.lifeboat.engine.alert.SignalFamily;
import io.lifeboat.engine.cluster.ClusterOperator;
import io.lifeboat.engine.cluster.ClusterSnapshot;
import io.lifeboat.engine.migration.Reallocator;
import io.lifeboat.engine.prediction.AdaptingPredictor;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.engine.telemetry.TelemetrySource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads telemetry, predicts failures, alerts, plans and moves workloads off nodes in time.
 *
 * <p>The engine has no thread and no clock: everything happens in {@link #tick}. It is not thread-safe; one thread
 * drives it, in real time an {@link EngineLoop}. The same telemetry at the same instants gives the same events.
 */
public final class Engine {

    private final ClusterOperator operator;
    private final TelemetrySource telemetry;
    private final FailurePredictor predictor;
    private final EngineConfig config;
    private final List<EngineListener> listeners;
    private final DynamicThresholds thresholds;
    private final Outages outages;
    private final IncidentReporter incidentReporter;
    private final Incidents incidents;
    private final AlertBoard alerts;
    private final AlertBoard heeded;
    private final MigrationReporter events;
    private final Intake intake;
    private final Departures departures;
    private final Nodes nodes;
    private final NodeThresholds nodeThresholds;
    private final JudgedNodes judged;
    private final Reallocator reallocator;
    private final @Nullable Teacher teacher;

    private Engine(
            ClusterOperator operator,
            TelemetrySource telemetry,
            FailurePredictor predictor,
            EngineConfig config,
            List<EngineListener> listeners) {
        this.operator = operator;
        this.telemetry = telemetry;
        this.predictor = predictor;
        this.config = config;
        this.listeners = List.copyOf(listeners);
        this.thresholds = new DynamicThresholds(config.costs(), config.objectives(), config.horizon());
        this.nodeThresholds = new NodeThresholds(thresholds);
        this.judged = new JudgedNodes(nodeThresholds);
        this.outages = new Outages(thresholds);
        this.alerts = board(config, this::emit);
        // An engine that only reacts raises alerts as ever, but heeds none: its other board stays empty.
        this.heeded = config.mode() == EngineConfig.Mode.ACTING ? alerts : board(config, event -> {});
        this.incidentReporter = new IncidentReporter(this::emit);
        this.incidents = new Incidents(config.incidents(), config.migrations().maxEvacuatedShare(), incidentReporter);
        this.intake = new Intake(config.staleAfter(), this::emit);
        this.departures = new Departures(config.staleAfter());
        this.nodes = new Nodes(config.staleAfter(), this::emit);
        this.events = new MigrationReporter(thresholds, this::emit);
        this.reallocator = new Reallocator(operator, config.migrations(), events);
        this.teacher = predictor instanceof AdaptingPredictor pupil ? new Teacher(pupil) : null;
    }

    private static AlertBoard board(EngineConfig config, Consumer<EngineEvent> events) {
        return new AlertBoard(config.alerts(), config.quorum(), SignalFamily.defaults(), events);
    }

    public static Builder builder() {
        return new Builder();
    }

    /**
     * One round of observe, predict, decide, plan and migrate.
     *
     * @param clock the present time, by the clock that dates the telemetry. Should it be set back, the engine says so and goes on from
     *     where it was; frames from further ahead than telemetry may be old are refused
     */
    public void tick(Instant clock) {
        Instant now = intake.now(clock);
        events.now(now);
        telemetry.poll().forEach(frame -> observe(now, frame));
        // First the migrations, then the snapshot: what completed in between must not look as if it were still to move.
        reallocator.follow(now);
        ClusterSnapshot snapshot = operator.snapshot();
        nodes.seen(now, snapshot);
        depart(now, snapshot);
        alert(now, snapshot, predictor.predict(now));
        outages.update(now, snapshot, nodes, alerts);
        incidentReporter.now(now);
        incidents.update(
                now,
                snapshot.nodes(),
                nodes.symptoms(now, alerts, config.incidents().window()));
        if (config.mode() != EngineConfig.Mode.OBSERVING) {
            reallocator.tick(
                    now,
                    snapshot,
                    nodes.conditions(now, heeded, incidents),
                    workload -> thresholds.of(workload).critical());
        }
        if (teacher != null) {
            teacher.teach(now, snapshot, nodes, alerts, incidents)
                    .forEach(change -> emit(new EngineEvent.ModelAdapted(now, change.component(), change.words())));
        }
    }

    private void observe(Instant now, TelemetryFrame frame) {
        departures.heard(now, frame.node());
        if (!departures.hasLeft(frame.node()) && intake.accepts(frame)) {
            TelemetryFrame dated = intake.dated(frame);
            predictor.observe(dated);
            nodes.heard(now, dated);
        }
    }

    private void depart(Instant now, ClusterSnapshot snapshot) {
        for (String node : departures.left(now, snapshot.nodes())) {
            alerts.forget(now, node);
            if (teacher != null) {
                teacher.left(now, node);
            }
        }
        List<String> forgotten = departures.forgotten(now, snapshot.workloads());
        if (!forgotten.isEmpty()) {
            predictor.forget(forgotten);
            nodes.forget(forgotten);
            outages.forget(forgotten);
            if (teacher != null) {
                teacher.forget(forgotten);
            }
        }
    }

    private void alert(Instant now, ClusterSnapshot snapshot, List<Prediction> predictions) {
        nodeThresholds.update(snapshot.workloads());
        alerts.begin(now);
        judged.round(predictions, (node, changed) -> {
            if (departures.hasLeft(node.node)) {
                return;
            }
            emit(new EngineEvent.Predicted(now, node.node, node.predictions, node.thresholds));
            if (changed) {
                nodes.predicted(node.node, node.predictions);
            }
            if (changed && teacher != null) {
                teacher.predicted(node.node, node.predictions);
            }
            if (changed || !node.rests) {
                node.rests = alerts.update(now, node.node, node.predictions, node.thresholds);
            }
        });
        nodes.alerted(alerts);
    }

    private void emit(EngineEvent event) {
        if (teacher != null && event instanceof EngineEvent.MigrationStarted started) {
            teacher.moving(started.at(), started.order());
        }
        listeners.forEach(listener -> listener.onEvent(event));
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

        /** An {@link AdaptingPredictor} is told what became of its predictions, and what it learns becomes events. */
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

        /**
         * Builds the engine.
         *
         * @throws NullPointerException if the operator, the telemetry or the predictor is missing
         */
        public Engine build() {
            return new Engine(
                    Objects.requireNonNull(operator, "operator is mandatory. Maybe call operator(...)."),
                    Objects.requireNonNull(telemetry, "telemetry is mandatory. Maybe call telemetry(...)."),
                    Objects.requireNonNull(predictor, "predictor is mandatory. Maybe use a TrendPredictor."),
                    config,
                    listeners);
        }
    }
}
