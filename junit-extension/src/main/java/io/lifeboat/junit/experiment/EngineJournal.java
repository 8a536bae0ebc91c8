package io.lifeboat.junit.experiment;

import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.EngineListener;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.report.journal.JournalEntry;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what the engine does into the journal of an experiment. Predictions are thinned out, all else is complete. */
final class EngineJournal implements EngineListener {

    private final Recording recording;
    private final PredictionJournal predictions;

    EngineJournal(Recording recording) {
        this.recording = recording;
        this.predictions = new PredictionJournal(recording);
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event instanceof EngineEvent.Predicted predicted) {
            predicted.predictions().forEach(prediction -> predictions.write(prediction, predicted.thresholds()));
        } else if (event instanceof EngineEvent.AlertRaised raised) {
            alert(raised);
        } else if (event instanceof EngineEvent.AlertCleared e) {
            recording.write(at ->
                    new JournalEntry.AlertCleared(at, e.node(), e.component().name()));
        } else if (event instanceof EngineEvent.IncidentOpened e) {
            recording.write(at -> new JournalEntry.IncidentOpened(at, e.incident(), e.cause(), e.nodes()));
        } else if (event instanceof EngineEvent.IncidentClosed e) {
            recording.write(at -> new JournalEntry.IncidentClosed(at, e.incident(), e.nodes()));
        } else if (event instanceof EngineEvent.NodeStatusChanged e) {
            recording.write(at -> new JournalEntry.NodeStatusChanged(
                    at, e.node(), e.before().name(), e.after().name()));
        } else if (event instanceof EngineEvent.ModelAdapted e) {
            note("The model of %s adapts. %s".formatted(e.component(), e.text()));
        } else if (event instanceof EngineEvent.TelemetryRefused e) {
            note("Telemetry of %s is refused. %s".formatted(e.node(), e.reason()));
        } else if (event instanceof EngineEvent.ClockSetBack e) {
            note("The clock was set back by %s; the engine goes on from where it was.".formatted(e.by()));
        } else if (event instanceof EngineEvent.Queued e) {
            recording.write(at -> new JournalEntry.MigrationQueued(at, e.workload(), e.node(), e.reason()));
        } else {
            migration(event);
        }
    }

    private void note(String text) {
        recording.write(at -> new JournalEntry.Note(at, text));
    }

    private void alert(EngineEvent.AlertRaised e) {
        Prediction prediction = e.prediction();
        recording.write(at -> new JournalEntry.AlertRaised(
                at,
                e.node(),
                e.component().name(),
                e.tier().name(),
                prediction.probability(),
                e.threshold(),
                micros(prediction.horizon()),
                prediction.evidence().stream().map(Evidence::reason).toList(),
                AlertGrounds.of(prediction)));
    }

    private void migration(EngineEvent event) {
        if (event instanceof EngineEvent.MigrationStarted e) {
            recording.write(at -> new JournalEntry.MigrationStarted(
                    at,
                    e.order().id(),
                    e.order().workload(),
                    e.order().from(),
                    e.order().to(),
                    e.order().kind().name(),
                    e.why()));
        } else if (event instanceof EngineEvent.MigrationAdvanced e) {
            recording.write(at -> new JournalEntry.MigrationAdvanced(
                    at,
                    e.order().id(),
                    e.order().workload(),
                    e.phase().name(),
                    e.failure().orElse(null),
                    orNull(e.pause()),
                    orNull(e.dataAge())));
        }
    }

    private static @Nullable Long orNull(Optional<Duration> duration) {
        return duration.map(EngineJournal::micros).orElse(null);
    }

    private static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
