package io.lifeboat.engine.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * When to train and from what: the drift since the model in use began, the labels since the last training, the training itself. Tells of
 * drift, training and labels that are lost. Not thread-safe.
 */
final class Learning<M> {

    private final List<String> features;
    private final DriftSettings settings;
    private final Trainer<M> trainer;
    private final LabelMemory labels;
    private final RetrainingTrigger trigger;
    private final Consumer<AdaptEvent> listener;
    private DriftWatch watch;
    private DriftWatch watchOfTrained;

    Learning(
            List<String> features,
            AdaptSettings settings,
            LabelMemory labels,
            Retraining<M> retraining,
            Executor executor,
            Consumer<AdaptEvent> listener) {
        this.features = List.copyOf(features);
        this.settings = settings.drift();
        this.trainer = new Trainer<>(retraining, executor, labels);
        this.labels = labels;
        this.trigger = new RetrainingTrigger(settings);
        this.listener = listener;
        this.watch = watchOf(List.of());
        this.watchOfTrained = watch;
    }

    /** A watch over a model that has learned from such rows; if there are none, it learns from the first it sees what is normal. */
    private DriftWatch watchOf(List<float[]> reference) {
        return new DriftWatch(features, settings, reference);
    }

    void scored(float[] row, double claimed) {
        watch.scored(row, claimed);
    }

    /** A label to learn from, whichever version claimed it. */
    void remember(Label<Sample> label) {
        labels.remember(new Label<>(label.device(), label.at(), label.sample().row(), label.failed()));
        trigger.labelled();
    }

    /** Writes down what is new to remember. */
    void keep(Instant now) {
        labels.keep();
        labels.takeProblem().ifPresent(reason -> listener.accept(new AdaptEvent.LabelsLost(now, reason)));
    }

    /** What became of a claim of the model in use. */
    void outcome(double claimed, boolean failed) {
        watch.outcome(claimed, failed);
    }

    /** What was trained is in use from now on. */
    void promoted() {
        inUse(watchOfTrained);
    }

    /** A model of before is in use from now on. */
    void rolledBack() {
        inUse(watchOf(List.of()));
    }

    private void inUse(DriftWatch over) {
        watch = over;
        trigger.settled();
    }

    /** Tells of a drift that was not there when this was last asked; from the first on, labels of the new state are waited for. */
    void notice(Instant now) {
        if (!trigger.hasDrift()) {
            watch.drifts().stream().findFirst().ifPresent(drift -> {
                trigger.drifted(drift);
                listener.accept(new AdaptEvent.DriftNoticed(now, drift));
            });
        }
    }

    /** Trains, if it is time. */
    void train(Instant now) {
        trigger.reason(now).ifPresent(reason -> {
            listener.accept(new AdaptEvent.RetrainingStarted(now, reason));
            start(now);
        });
    }

    private void start(Instant now) {
        trigger.started(now);
        // What the drift led to is the new normal, whatever comes of the training.
        watch = watchOf(List.of());
        try {
            trainer.start(now);
        } catch (BackgroundJob.Failed e) {
            nothing(now, e);
        }
    }

    boolean isTraining() {
        return trainer.isBusy();
    }

    /** What came of the training; empty while it runs and when nothing does. */
    Optional<M> collect(Instant now) {
        try {
            Optional<Retrained<M>> retrained = trainer.collect();
            retrained.ifPresent(trained -> watchOfTrained = watchOf(trained.reference()));
            return retrained.map(Retrained::model);
        } catch (BackgroundJob.Failed | RuntimeException e) {
            // A model that cannot be compared with is as good as none, whatever its author threw.
            nothing(now, e);
            return Optional.empty();
        }
    }

    /** No model came of it. */
    void nothing(Instant now, Exception why) {
        listener.accept(new AdaptEvent.RetrainingFailed(now, String.valueOf(why.getMessage())));
    }
}
