package io.lifeboat.engine.adapt;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which of several models is in use, where each of them must be shown everything to have an opinion, and is asked by the caller. A challenger
 * runs in the shadow, takes over if it is no worse, and is taken back if failures do not come as it claims. Versions are kept on a shelf;
 * 0 is the model it started with. Not thread-safe.
 *
 * @param <M> the model
 */
public final class Succession<M> {

    private final M first;
    private final ModelShelf<M> shelf;
    private final AdaptSettings settings;
    private final Consumer<AdaptEvent> listener;
    private final LabelBook<Claims> labels;
    private Version<M> current;
    private @Nullable Version<M> challenger;
    private ShadowTrial trial;
    private boolean withheld;
    private @Nullable Probation probation;
    private @Nullable String problem;

    private record Version<M>(int number, M model) {}

    /** @param challenged not a number if there was no challenger, or it broke */
    private record Claims(int version, double claimed, int challenger, double challenged) {}

    /**
     * Takes the current model of the shelf.
     *
     * @param first is in use where there is none
     */
    public Succession(M first, ModelShelf<M> shelf, AdaptSettings settings, Consumer<AdaptEvent> listener) {
        this.first = first;
        this.shelf = shelf;
        this.settings = settings;
        this.listener = listener;
        this.labels = new LabelBook<>(settings.horizon(), settings.memory());
        this.trial = new ShadowTrial(settings.trial());
        this.current = current();
    }

    private Version<M> current() {
        Shelved<M> shelved = shelf.current();
        if (!shelved.problems().isEmpty()) {
            problem = String.join(" ", shelved.problems());
        }
        return new Version<>(shelved.version(), shelved.model().orElse(first));
    }

    /** The model in use. */
    public M model() {
        return current.model();
    }

    /** The number of the model in use; 0 for the one it started with. */
    public int version() {
        return current.number();
    }

    /** The model in the shadow. */
    public Optional<M> challenger() {
        return Optional.ofNullable(challenger).map(Version::model);
    }

    /** Whether a challenger can come: the last one has been judged, and what took over has proved itself. */
    public boolean isOpen() {
        return challenger == null && probation == null;
    }

    /** Tries a model in the shadow, if {@linkplain #isOpen one can come}. It is put on the shelf and read back first. */
    public void challenge(Instant now, M model) {
        if (!isOpen()) {
            return;
        }
        try {
            int number = shelf.add(model);
            challenger = new Version<>(number, shelf.load(number));
            championChanged();
            listener.accept(new AdaptEvent.ShadowBegan(now, number, version()));
        } catch (IOException | RuntimeException e) {
            // What cannot be kept and read back would be gone after a restart, whatever its author threw.
            listener.accept(new AdaptEvent.RetrainingFailed(now, String.valueOf(e.getMessage())));
        }
    }

    /** The challenger, if there is one, has another one to beat: it is tried from the beginning. */
    public void championChanged() {
        trial = new ShadowTrial(settings.trial());
        withheld = false;
    }

    /**
     * What was claimed of a device.
     *
     * @param claimed had consequences
     * @param challenged what the challenger would have claimed; not a number if there is none, or it broke
     */
    public void claimed(String device, Instant at, double claimed, double challenged) {
        if (!isOpen()) {
            int number = challenger == null ? 0 : challenger.number();
            labels.predicted(device, at, new Claims(version(), claimed, number, challenged));
        }
    }

    /** The device failed. */
    public void failed(String device, Instant at) {
        labels.failed(device, at);
    }

    /** Our own action took the device out of observation. */
    public void censored(String device, Instant at) {
        labels.censored(device, at);
    }

    /** These devices have left for good: what is not due yet still gets its label. */
    public void forget(Collection<String> devices) {
        labels.forget(devices);
    }

    /** The device is back under observation. */
    public void restored(String device, Instant at) {
        labels.restored(device, at);
    }

    /** Does what there is to do now. */
    public void adapt(Instant now) {
        if (problem != null) {
            listener.accept(new AdaptEvent.FellBack(now, version(), problem));
            problem = null;
        }
        BiConsumer<String, Claims> unknown = (device, claims) -> {
            if (isOfChallenger(claims)) {
                trial.unknown(device, claims.claimed(), claims.challenged());
            }
        };
        for (Label<Claims> label : labels.due(now, unknown)) {
            learn(now, label);
        }
        if (probation != null && probation.isPassed()) {
            listener.accept(new AdaptEvent.Confirmed(now, version(), "It held: " + probation.words()));
            probation = null;
        }
        judge(now);
    }

    private boolean isOfChallenger(Claims claims) {
        return challenger != null && claims.challenger() == challenger.number() && claims.version() == version();
    }

    private void learn(Instant now, Label<Claims> label) {
        Claims claims = label.sample();
        if (isOfChallenger(claims)) {
            if (Double.isNaN(claims.challenged())) {
                reject(now, "It broke while scoring in the shadow.");
            } else {
                trial.add(label.device(), claims.claimed(), claims.challenged(), label.failed());
            }
        }
        if (probation != null && claims.version() == version()) {
            // Its predecessor is no longer asked: only whether failures come as claimed counts.
            probation.add(claims.claimed(), claims.claimed(), label.failed()).ifPresent(why -> rollBack(now, why));
        }
    }

    private void judge(Instant now) {
        if (challenger == null) {
            return;
        }
        TrialVerdict verdict = trial.verdict();
        if (verdict instanceof TrialVerdict.Worse) {
            reject(now, verdict.words());
        } else if (verdict instanceof TrialVerdict.NoWorse) {
            promote(now, challenger, verdict.words());
        } else if (verdict instanceof TrialVerdict.Withheld && !withheld) {
            withheld = true;
            listener.accept(new AdaptEvent.PromotionWithheld(now, challenger.number(), verdict.words()));
        }
    }

    private void promote(Instant now, Version<M> winner, String reason) {
        int predecessor = version();
        try {
            shelf.promote(winner.number(), predecessor);
        } catch (IOException e) {
            reject(now, "It could not be put in use: " + e.getMessage());
            return;
        }
        current = winner;
        challenger = null;
        probation = new Probation(settings.probation(), settings.drift().outcomeEvidence());
        listener.accept(new AdaptEvent.Promoted(now, version(), predecessor, reason));
    }

    private void reject(Instant now, String reason) {
        if (challenger != null) {
            listener.accept(new AdaptEvent.Rejected(now, challenger.number(), reason));
            challenger = null;
        }
    }

    private void rollBack(Instant now, String reason) {
        int failed = version();
        probation = null;
        try {
            shelf.rollBack(failed);
            current = current();
        } catch (IOException e) {
            // The disk does not take it, but the failing model must not go on: the next start falls back again.
            current = new Version<>(0, first);
            problem = "The shelf could not be rolled back: " + e.getMessage();
        }
        listener.accept(new AdaptEvent.RolledBack(now, failed, version(), reason));
    }
}
