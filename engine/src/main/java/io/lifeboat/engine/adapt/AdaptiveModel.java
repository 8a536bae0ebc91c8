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

    private final AdaptSettings settings;
    private final ModelShelf<M> shelf;
    private final Consumer<AdaptEvent> listener;
    private final LabelBook<Sample> labels;
    private final Incumbent<M> incumbent;
    private final Learning<M> learning;
    private @Nullable Challenge challenge;

    /**
     * Takes the current model of the shelf, or what it falls back to.
     *
     * @param features names, in the order of a row
     * @param kept where labels survive a restart; null if they need not
     * @param fallback scores where no trained model can
     * @param executor runs the training: a background thread, or {@code Runnable::run}
     * @param listener hears what happens, on the thread that calls {@link #adapt}
     */
    public AdaptiveModel(
            List<String> features,
            AdaptSettings settings,
            ModelShelf<M> shelf,
            @Nullable LabelFile kept,
            Scorer fallback,
            Retraining<M> retraining,
            Executor executor,
            Consumer<AdaptEvent> listener) {
        this.settings = settings;
        this.shelf = shelf;
        this.listener = listener;
        this.labels = new LabelBook<>(settings.horizon(), settings.memory());
        this.incumbent = new Incumbent<>(shelf, fallback);
        this.learning =
                new Learning<>(features, settings, new LabelMemory(settings.memory(), kept), retraining, executor);
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
        double claimed = incumbent.score(kept);
        learning.scored(kept, claimed);
        double predecessor = incumbent.predecessorScore(kept);
        int challenger = challenge == null ? 0 : challenge.version();
        double challenged =
                challenge == null ? Double.NaN : challenge.challenger().quietScore(kept);
        int version = incumbent.scoringVersion();
        labels.predicted(device, at, new Sample(kept, version, claimed, predecessor, challenger, challenged));
        return claimed;
    }

    /** The probability that counts, of something that is not to be learned from. */
    public double score(float[] row) {
        return incumbent.score(row);
    }

    /** What gives the probabilities that count: the model in use, or the fallback. */
    public Scorer serving() {
        return incumbent.scorer();
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
        List<String> problems = incumbent.takeProblems();
        if (!problems.isEmpty()) {
            listener.accept(new AdaptEvent.FellBack(now, version(), String.join(" ", problems)));
        }
        incumbent.broken().ifPresent(reason -> rollBack(now, reason));
        collect(now);
        for (Label<Sample> label : labels.due(now, this::unknown)) {
            learn(now, label);
        }
        learning.keep().ifPresent(reason -> listener.accept(new AdaptEvent.LabelsLost(now, reason)));
        confirm(now);
        judge(now);
        notice(now);
        retrain(now);
    }

    private void learn(Instant now, Label<Sample> label) {
        Sample sample = label.sample();
        learning.remember(label);
        if (sample.version() != version()) {
            return;
        }
        learning.outcome(sample.claimed(), label.failed());
        if (challenge != null && challenge.scored(sample, version())) {
            if (Double.isNaN(sample.challenged())) {
                reject(now, challenge, "It broke while scoring in the shadow.");
            } else {
                challenge.trial().add(label.device(), sample.claimed(), sample.challenged(), label.failed());
            }
        }
        incumbent.outcome(sample, label.failed()).ifPresent(reason -> rollBack(now, reason));
    }

    private void unknown(String device, Sample sample) {
        if (challenge != null && challenge.scored(sample, version())) {
            challenge.trial().unknown(device, sample.claimed(), sample.challenged());
        }
    }

    private void collect(Instant now) {
        try {
            Optional<Retrained<M>> retrained = learning.collect();
            if (retrained.isPresent()) {
                DriftWatch watch = learning.watchOf(retrained.get().reference());
                challenge = Challenge.by(retrained.get(), shelf, watch, new ShadowTrial(settings.trial()));
                listener.accept(new AdaptEvent.ShadowBegan(now, challenge.version(), version()));
            }
        } catch (BackgroundJob.Failed | IOException | RuntimeException e) {
            // A model that cannot be kept, read back or compared with is as good as none, whatever its author threw.
            listener.accept(new AdaptEvent.RetrainingFailed(now, String.valueOf(e.getMessage())));
        }
    }

    private void confirm(Instant now) {
        incumbent
                .passProbation()
                .ifPresent(words -> listener.accept(new AdaptEvent.Confirmed(now, version(), "It held: " + words)));
    }

    private void judge(Instant now) {
        if (challenge != null) {
            TrialVerdict verdict = challenge.trial().verdict();
            if (verdict instanceof TrialVerdict.Worse) {
                reject(now, challenge, verdict.words());
            } else if (verdict instanceof TrialVerdict.NoWorse) {
                promote(now, challenge, verdict.words());
            } else if (verdict instanceof TrialVerdict.Withheld && !challenge.withheld()) {
                challenge = challenge.told();
                listener.accept(new AdaptEvent.PromotionWithheld(now, challenge.version(), verdict.words()));
            }
        }
    }

    private void promote(Instant now, Challenge winner, String reason) {
        int predecessor = version();
        try {
            incumbent.promote(
                    winner.challenger(),
                    new Probation(settings.probation(), settings.drift().outcomeEvidence()));
        } catch (IOException e) {
            reject(now, winner, "It could not be put in use: " + e.getMessage());
            return;
        }
        learning.watch(winner.watch());
        challenge = null;
        listener.accept(new AdaptEvent.Promoted(now, winner.version(), predecessor, reason));
    }

    private void reject(Instant now, Challenge loser, String reason) {
        challenge = null;
        listener.accept(new AdaptEvent.Rejected(now, loser.version(), reason));
    }

    private void rollBack(Instant now, String reason) {
        int from = version();
        incumbent.rollBack();
        if (challenge != null) {
            challenge = challenge.against(new ShadowTrial(settings.trial()));
        }
        learning.watch(learning.watchOf(List.of()));
        listener.accept(new AdaptEvent.RolledBack(now, from, version(), reason));
    }

    private void notice(Instant now) {
        // While a new model is trained or tried, that the old one does not fit is no news.
        if (!learning.isTraining() && challenge == null) {
            learning.newDrift().ifPresent(drift -> listener.accept(new AdaptEvent.DriftNoticed(now, drift)));
        }
    }

    private void retrain(Instant now) {
        Optional<String> reason = stage() == Stage.SERVING ? learning.due(now) : Optional.empty();
        if (reason.isEmpty()) {
            return;
        }
        listener.accept(new AdaptEvent.RetrainingStarted(now, reason.get()));
        try {
            learning.start(now);
        } catch (BackgroundJob.Failed e) {
            listener.accept(new AdaptEvent.RetrainingFailed(now, String.valueOf(e.getMessage())));
        }
    }

    /** What it is at. */
    public Stage stage() {
        if (learning.isTraining()) {
            return Stage.TRAINING;
        }
        if (challenge != null) {
            return Stage.SHADOWING;
        }
        return incumbent.isOnProbation() ? Stage.PROBATION : Stage.SERVING;
    }

    /** The version whose scores count; 0 for the fallback. */
    public int version() {
        return incumbent.version();
    }

    /** What became of all predictions so far. */
    public LabelCounts labels() {
        return labels.counts();
    }
}
