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

    private final ModelShelf<M> shelf;
    private final LabelBook<Sample> labels;
    private final Rollout<Scorer> rollout;
    private final Incumbent incumbent;
    private final Learning<M> learning;
    private final Consumer<AdaptEvent> listener;

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
        this.shelf = shelf;
        this.listener = listener;
        this.labels = new LabelBook<>(settings.horizon(), settings.memory());
        this.rollout = new Rollout<>(fallback, shelf, settings, this::rolledOut);
        this.incumbent = new Incumbent(rollout, fallback);
        LabelMemory memory = new LabelMemory(settings.memory(), kept);
        this.learning = new Learning<>(features, settings, memory, retraining, executor, listener);
    }

    private void rolledOut(AdaptEvent event) {
        if (event instanceof AdaptEvent.Promoted) {
            learning.promoted();
        } else if (event instanceof AdaptEvent.RolledBack) {
            learning.rolledBack();
        }
        listener.accept(event);
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
        labels.predicted(device, at, new Sample(kept, claims(claimed, kept)));
        return claimed;
    }

    private Claims claims(double claimed, float[] row) {
        // A predecessor that breaks by now is no reason to keep or to take back its successor.
        double predecessor = quietScore(rollout.predecessor(), row);
        Optional<Version<Scorer>> challenger = rollout.challenger();
        int number = challenger.map(Version::number).orElse(0);
        return new Claims(incumbent.scoringVersion(), claimed, predecessor, number, quietScore(challenger, row));
    }

    private static double quietScore(Optional<Version<Scorer>> version, float[] row) {
        return version.isEmpty() ? Double.NaN : Scoring.quietScore(version.get(), row);
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
        rollout.tellProblems(now);
        incumbent.broken().ifPresent(reason -> rollout.rollBack(now, reason));
        learning.collect(now).ifPresent(model -> challenge(now, model));
        for (Label<Sample> label : labels.due(now, (device, sample) -> rollout.unknown(device, sample.claims()))) {
            learn(now, label);
        }
        learning.keep(now);
        rollout.decide(now);
        Stage stage = stage();
        if (stage == Stage.SERVING || stage == Stage.PROBATION) {
            // While a new model is trained or tried, that the old one does not fit is no news.
            learning.notice(now);
        }
        if (stage == Stage.SERVING) {
            learning.train(now);
        }
    }

    private void challenge(Instant now, M model) {
        try {
            rollout.challenge(now, shelf.add(model));
        } catch (IOException | RuntimeException e) {
            // A model that cannot be kept or read back is as good as none, whatever its author threw.
            learning.nothing(now, e);
        }
    }

    private void learn(Instant now, Label<Sample> label) {
        Claims claims = label.sample().claims();
        learning.remember(label);
        if (claims.version() == version()) {
            learning.outcome(claims.claimed(), label.failed());
        }
        rollout.outcome(now, label.device(), claims, label.failed());
    }

    /** What it is at. */
    public Stage stage() {
        if (learning.isTraining()) {
            return Stage.TRAINING;
        }
        if (rollout.challenger().isPresent()) {
            return Stage.SHADOWING;
        }
        return rollout.isOnProbation() ? Stage.PROBATION : Stage.SERVING;
    }

    /** The version whose scores count; 0 for the fallback. */
    public int version() {
        return rollout.version();
    }

    /** What became of all predictions so far. */
    public LabelCounts labels() {
        return labels.counts();
    }
}
