package io.lifeboat.engine.adapt;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A model that keeps adapting while it runs.
 *
 * <pre>
 *           drift, or enough new labels            trained              no worse              enough outcomes
 *   SERVING ---------------------------&gt; TRAINING ---------&gt; SHADOWING ----------&gt; PROBATION -----------------&gt; SERVING
 *      ^                                    | failed            | worse               | alarm: roll back
 *      +------------------------------------+-------------------+---------------------+
 * </pre>
 *
 * Where no trained model can be used, a fallback that needs no training serves as version 0, and a trained one must be no worse than
 * that. Time comes with the calls. Nothing here is thread-safe; only the training runs elsewhere, and what comes of it is taken in
 * by {@link #adapt}. The same calls, with training done by the same of them, have the same results on any executor.
 *
 * @param <M> the model
 */
public final class AdaptiveModel<M extends Scorer> {

    /** What it is at. */
    public enum Stage {
        /** Nothing new is under way. */
        SERVING,
        /** A new model is being trained. */
        TRAINING,
        /** A new model scores without consequences. */
        SHADOWING,
        /** A new model is in use and can still be taken back. */
        PROBATION
    }

    private final List<String> features;
    private final AdaptSettings settings;
    private final ModelShelf<M> shelf;
    private final Serving fallback;
    private final Consumer<AdaptEvent> listener;
    private final LabelBook<Sample> labels;
    private final Trainer<M> trainer;
    private final RetrainingTrigger trigger;
    private DriftWatch watch;
    private Serving current;
    private List<String> problems;
    private @Nullable Challenge challenge;
    private @Nullable Trust trust;
    private @Nullable String broken;

    /** A new model in the shadow of the present one. */
    private record Challenge(Serving challenger, DriftWatch watch, ShadowTrial trial) {}

    /** A promoted model on probation. */
    private record Trust(Serving predecessor, Probation probation) {}

    /**
     * Takes the current model of the shelf, or what it falls back to.
     *
     * @param features names, in the order of a row
     * @param fallback scores where no trained model can
     * @param executor runs the training: a background thread, or {@code Runnable::run}
     * @param listener hears what happens, on the thread that calls {@link #adapt}
     */
    public AdaptiveModel(
            List<String> features,
            AdaptSettings settings,
            ModelShelf<M> shelf,
            Scorer fallback,
            Retraining<M> retraining,
            Executor executor,
            Consumer<AdaptEvent> listener) {
        this.features = List.copyOf(features);
        this.settings = settings;
        this.shelf = shelf;
        this.fallback = new Serving(0, fallback);
        this.listener = listener;
        this.labels = new LabelBook<>(settings.horizon(), settings.memory());
        this.trainer = new Trainer<>(retraining, executor, settings.memory());
        this.trigger = new RetrainingTrigger(settings);
        this.watch = new DriftWatch(this.features, settings.drift());
        Shelved<M> shelved = shelf.current();
        this.current = serving(shelved);
        this.problems = shelved.problems();
    }

    private Serving serving(Shelved<M> shelved) {
        return shelved.model()
                .map(model -> new Serving(shelved.version(), model))
                .orElse(fallback);
    }

    /**
     * The probability that counts. Kept until its outcome is known.
     *
     * @param device what it is about
     * @param at now; must not go back
     * @param row as many features as there are names, NaN for missing; copied
     */
    public double predict(String device, Instant at, float[] row) {
        float[] kept = row.clone();
        double claimed = currentScore(kept);
        watch.scored(kept, claimed);
        int version = broken == null ? current.version() : 0;
        double predecessor = trust == null ? Double.NaN : quietly(trust.predecessor(), kept);
        double challenged = challenge == null ? Double.NaN : quietly(challenge.challenger(), kept);
        int challenger = challenge == null ? 0 : challenge.challenger().version();
        labels.predicted(device, at, new Sample(kept, version, claimed, predecessor, challenger, challenged));
        return claimed;
    }

    /** The probability that counts, of something that is not to be learned from. */
    public double score(float[] row) {
        return currentScore(row);
    }

    /** What gives the probabilities that count: the model in use, or the fallback. */
    public Scorer serving() {
        return broken == null ? current.scorer() : fallback.scorer();
    }

    private double currentScore(float[] row) {
        if (broken == null && current != fallback) {
            try {
                return current.score(row);
            } catch (Serving.Broken e) {
                broken = String.valueOf(e.getMessage());
            }
        }
        return fallback.scorer().probability(row);
    }

    /** A score without consequences; NaN if the scorer breaks, which {@link #adapt} finds at its label. */
    private static double quietly(Serving serving, float[] row) {
        try {
            return serving.score(row);
        } catch (Serving.Broken e) {
            return Double.NaN;
        }
    }

    /** The device failed. */
    public void failed(String device, Instant at) {
        labels.failed(device, at);
    }

    /** Our own action took the device out of observation: what would have become of it nobody can know. */
    public void censored(String device, Instant at) {
        labels.censored(device, at);
    }

    /** The device is back under observation. */
    public void restored(String device, Instant at) {
        labels.restored(device, at);
    }

    /** The devices, taken out of observation before, are gone for good. */
    public void forget(Collection<String> devices) {
        labels.forget(devices);
    }

    /** Does what there is to do now. Call it regularly, after telling what happened. */
    public void adapt(Instant now) {
        if (!problems.isEmpty()) {
            listener.accept(new AdaptEvent.FellBack(now, current.version(), String.join(" ", problems)));
            problems = List.of();
        }
        if (broken != null) {
            rollBack(now, broken);
        }
        collect(now);
        for (Label<Sample> label : labels.due(now)) {
            learn(now, label);
        }
        judge(now);
        notice(now);
        retrain(now);
    }

    private void learn(Instant now, Label<Sample> label) {
        Sample sample = label.sample();
        trainer.remember(new Label<>(label.device(), label.at(), sample.row(), label.failed()));
        trigger.labelled();
        if (sample.version() != current.version()) {
            return;
        }
        watch.outcome(sample.claimed(), label.failed());
        if (challenge != null && sample.challenger() == challenge.challenger().version()) {
            if (Double.isNaN(sample.challenged())) {
                reject(now, challenge, "It broke while scoring in the shadow.");
            } else {
                challenge.trial().add(sample.claimed(), sample.challenged(), label.failed());
            }
        }
        // A predecessor that breaks by now is no reason to keep or to take back its successor.
        if (trust != null && !Double.isNaN(sample.predecessor())) {
            trust.probation()
                    .add(sample.claimed(), sample.predecessor(), label.failed())
                    .ifPresent(reason -> rollBack(now, reason));
        }
    }

    private void collect(Instant now) {
        try {
            Optional<Retrained<M>> retrained = trainer.collect();
            if (retrained.isPresent()) {
                int version = shelf.add(retrained.get().model());
                // What is tried is what would be read after a restart.
                Serving challenger = new Serving(version, shelf.load(version));
                DriftWatch next = new DriftWatch(
                        features, settings.drift(), retrained.get().reference());
                challenge = new Challenge(challenger, next, new ShadowTrial(settings.trial()));
                listener.accept(new AdaptEvent.ShadowBegan(now, version, current.version()));
            }
        } catch (Trainer.Failed | IOException | RuntimeException e) {
            // A model that cannot be kept, read back or compared with is as good as none, whatever its author threw.
            listener.accept(new AdaptEvent.RetrainingFailed(now, String.valueOf(e.getMessage())));
        }
    }

    private void judge(Instant now) {
        if (trust != null && trust.probation().isPassed()) {
            listener.accept(new AdaptEvent.Confirmed(
                    now, current.version(), "It held: " + trust.probation().words()));
            trust = null;
        }
        if (challenge != null) {
            TrialVerdict verdict = challenge.trial().verdict();
            if (verdict instanceof TrialVerdict.Worse) {
                reject(now, challenge, verdict.words());
            } else if (verdict instanceof TrialVerdict.NoWorse) {
                promote(now, challenge, verdict.words());
            }
        }
    }

    private void promote(Instant now, Challenge winner, String reason) {
        try {
            shelf.promote(winner.challenger().version(), current.version());
        } catch (IOException e) {
            reject(now, winner, "It could not be put in use: " + e.getMessage());
            return;
        }
        trust = new Trust(
                current, new Probation(settings.probation(), settings.drift().outcomeEvidence()));
        listener.accept(new AdaptEvent.Promoted(now, winner.challenger().version(), current.version(), reason));
        current = winner.challenger();
        watch = winner.watch();
        trigger.settled();
        challenge = null;
    }

    private void reject(Instant now, Challenge loser, String reason) {
        challenge = null;
        listener.accept(new AdaptEvent.Rejected(now, loser.challenger().version(), reason));
    }

    private void rollBack(Instant now, String reason) {
        int from = current.version();
        try {
            shelf.rollBack(from);
            Shelved<M> shelved = shelf.current();
            current = serving(shelved);
            problems = shelved.problems();
        } catch (IOException e) {
            // The disk does not take it, but the failing model must not go on: the next start falls back again.
            current = trust == null ? fallback : trust.predecessor();
            problems = List.of("The shelf could not be rolled back: " + e.getMessage());
        }
        trust = null;
        broken = null;
        if (challenge != null) {
            challenge = new Challenge(challenge.challenger(), challenge.watch(), new ShadowTrial(settings.trial()));
        }
        watch = new DriftWatch(features, settings.drift());
        trigger.settled();
        listener.accept(new AdaptEvent.RolledBack(now, from, current.version(), reason));
    }

    private void notice(Instant now) {
        // While a new model is trained or tried, that the old one does not fit is no news.
        if (!trigger.hasDrift() && !trainer.isBusy() && challenge == null) {
            watch.drifts().stream().findFirst().ifPresent(drift -> {
                trigger.drifted(drift);
                listener.accept(new AdaptEvent.DriftNoticed(now, drift));
            });
        }
    }

    private void retrain(Instant now) {
        Optional<String> reason = stage() == Stage.SERVING ? trigger.reason(now) : Optional.empty();
        if (reason.isEmpty()) {
            return;
        }
        trigger.started(now);
        // What the drift led to is the new normal, whatever comes of the training.
        watch = new DriftWatch(features, settings.drift());
        listener.accept(new AdaptEvent.RetrainingStarted(now, reason.get()));
        try {
            trainer.start(now);
        } catch (Trainer.Failed e) {
            listener.accept(new AdaptEvent.RetrainingFailed(now, String.valueOf(e.getMessage())));
        }
    }

    /** What it is at. */
    public Stage stage() {
        if (trainer.isBusy()) {
            return Stage.TRAINING;
        }
        if (challenge != null) {
            return Stage.SHADOWING;
        }
        return trust == null ? Stage.SERVING : Stage.PROBATION;
    }

    /** The version whose scores count; 0 for the fallback. */
    public int version() {
        return current.version();
    }

    /** What became of all predictions so far. */
    public LabelCounts labels() {
        return labels.counts();
    }
}
