package io.lifeboat.engine;

import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.cluster.MigrationOrder;
import io.lifeboat.engine.cluster.MigrationPhase;
import io.lifeboat.engine.cluster.NodeStatus;
import io.lifeboat.engine.prediction.Prediction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that the engine noticed, decided or did. Events carry all a report needs. */
public sealed interface EngineEvent {

    /** When it happened, by the engine's time: that of its clock, except that it goes on when the clock is set back. */
    Instant at();

    /**
     * The predictions of one tick for one node.
     *
     * @param thresholds of the node; each prediction's guarantee may raise them
     */
    record Predicted(Instant at, String node, List<Prediction> predictions, Thresholds thresholds)
            implements EngineEvent {}

    /** An alert was raised, or an open one changed its tier. */
    record AlertRaised(
            Instant at, String node, Component component, AlertTier tier, double threshold, Prediction prediction)
            implements EngineEvent {}

    /** An alert ended because its cause did, or because the platform names the node no more. */
    record AlertCleared(Instant at, String node, Component component) implements EngineEvent {}

    /**
     * Several nodes got into trouble at once, for one cause; told once.
     *
     * @param nodes ids of those that were in trouble when it was noticed; more may follow
     */
    record IncidentOpened(Instant at, String incident, String cause, List<String> nodes) implements EngineEvent {}

    /**
     * None of the nodes of an incident is in trouble any more.
     *
     * @param nodes ids of all that ever belonged to it
     */
    record IncidentClosed(Instant at, String incident, String cause, List<String> nodes) implements EngineEvent {}

    /**
     * A node sends telemetry that cannot be used; told once, and again only after a minute without.
     *
     * @param reason what is wrong with it, for a reader of the report
     */
    record TelemetryRefused(Instant at, String node, String reason) implements EngineEvent {}

    /**
     * The clock was set back. The engine's time goes on from where it was.
     *
     * @param by positive
     */
    record ClockSetBack(Instant at, Duration by) implements EngineEvent {}

    /** The platform changed its mind about a node. */
    record NodeStatusChanged(Instant at, String node, NodeStatus before, NodeStatus after) implements EngineEvent {}

    /**
     * A model adapted to what became of its predictions, or would not: drift, training, trial, promotion, rollback.
     *
     * @param text for a reader of the report
     */
    record ModelAdapted(Instant at, Component component, String text) implements EngineEvent {}

    /** A workload must move and waits for its turn or for room. */
    record Queued(Instant at, String workload, String node, String reason) implements EngineEvent {}

    /** A migration was decided. {@code why} explains the choice of the target. */
    record MigrationStarted(Instant at, MigrationOrder order, String why) implements EngineEvent {}

    /** A migration went on to another phase. */
    record MigrationAdvanced(
            Instant at,
            MigrationOrder order,
            MigrationPhase phase,
            Optional<String> failure,
            Optional<Duration> pause,
            Optional<Duration> dataAge)
            implements EngineEvent {}
}
