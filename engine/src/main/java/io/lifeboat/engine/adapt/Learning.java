package io.lifeboat.engine.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** When to train and from what: the drift since the model in use began, the labels since the last training, the training itself. Not thread-safe. */
final class Learning<M> {

    private final List<String> features;
    private final DriftSettings settings;
    private final Trainer<M> trainer;
    private final LabelMemory labels;
    private final RetrainingTrigger trigger;
    private DriftWatch watch;

    Learning(
            List<String> features,
            AdaptSettings settings,
            LabelMemory labels,
            Retraining<M> retraining,
            Executor executor) {
        this.features = List.copyOf(features);
        this.settings = settings.drift();
        this.trainer = new Trainer<>(retraining, executor, labels);
        this.labels = labels;
        this.trigger = new RetrainingTrigger(settings);
        this.watch = watchOf(List.of());
    }

    /** A watch over a model that has learned from such rows; if there are none, it learns from the first it sees what is normal. */
    DriftWatch watchOf(List<float[]> reference) {
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

    /** Writes down what is new to remember; why that, or what was written before, is lost. Told once. */
    Optional<String> keep() {
        labels.keep();
        return labels.takeProblem();
    }

    /** What became of a claim of the model in use. */
    void outcome(double claimed, boolean failed) {
        watch.outcome(claimed, failed);
    }

    /** Another model is in use from now on. */
    void watch(DriftWatch over) {
        watch = over;
        trigger.settled();
    }

    /** A drift that was not there when this was last asked; from the first on, labels of the new state are waited for. */
    Optional<Drift> newDrift() {
        if (trigger.hasDrift()) {
            return Optional.empty();
        }
        Optional<Drift> drift = watch.drifts().stream().findFirst();
        drift.ifPresent(trigger::drifted);
        return drift;
    }

    /** Why it is time to train; empty if it is not. */
    Optional<String> due(Instant now) {
        return trigger.reason(now);
    }

    void start(Instant now) throws BackgroundJob.Failed {
        trigger.started(now);
        // What the drift led to is the new normal, whatever comes of the training.
        watch = watchOf(List.of());
        trainer.start(now);
    }

    boolean isTraining() {
        return trainer.isBusy();
    }

    /** What came of the training; empty while it runs and when nothing does. */
    Optional<Retrained<M>> collect() throws BackgroundJob.Failed {
        return trainer.collect();
    }
}
