package io.lifeboat.engine.adapt;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a model is in use, which is tried in its shadow, and the way back. Versions are kept on a shelf; 0 is the model that
 * is there without one.
 *
 * <pre>
 *             challenge            no worse                 enough outcomes
 *   SETTLED ------------&gt; SHADOW ------------&gt; PROBATION --------------------&gt; SETTLED
 *      ^                    | worse                | alarm: roll back
 *      +--------------------+----------------------+
 * </pre>
 *
 * Models are asked by the caller, who tells here what they claimed and what became of it. A disk that does not take a rollback does not
 * keep a failing version in use: its predecessor is, and the next start falls back again. Not thread-safe.
 *
 * @param <M> the model
 */
final class Rollout<M> {

    private final ModelShelf<? extends M> shelf;
    private final AdaptSettings settings;
    private final Consumer<AdaptEvent> listener;
    private final Version<M> first;
    private Version<M> current;
    private List<String> problems = List.of();
    private @Nullable Challenge<M> challenge;
    private @Nullable Trust<M> trust;

    /** What a promoted version has yet to earn. */
    private record Trust<M>(Version<M> predecessor, Probation probation) {}

    /**
     * Takes the current version of the shelf.
     *
     * @param first is in use where there is none
     */
    Rollout(M first, ModelShelf<? extends M> shelf, AdaptSettings settings, Consumer<AdaptEvent> listener) {
        this.shelf = shelf;
        this.settings = settings;
        this.listener = listener;
        this.first = new Version<>(0, first);
        this.current = shelved(shelf.current());
    }

    private Version<M> shelved(Shelved<? extends M> shelved) {
        problems = shelved.problems();
        Optional<? extends M> model = shelved.model();
        return model.isPresent() ? new Version<>(shelved.version(), model.get()) : first;
    }

    Version<M> current() {
        return current;
    }

    /** The number of the version in use. */
    int version() {
        return current.number();
    }

    /** The version in the shadow. */
    Optional<Version<M>> challenger() {
        return Optional.ofNullable(challenge).map(Challenge::challenger);
    }

    /** What comes back if the version in use fails on probation. */
    Optional<Version<M>> predecessor() {
        return Optional.ofNullable(trust).map(Trust::predecessor);
    }

    boolean isOnProbation() {
        return trust != null;
    }

    /** Whether a challenger can come: the last one has been judged, and what took over has proved itself. */
    boolean isOpen() {
        return challenge == null && trust == null;
    }

    /** Tells why the version in use is not the one it should be; once. */
    void tellProblems(Instant now) {
        if (!problems.isEmpty()) {
            listener.accept(new AdaptEvent.FellBack(now, version(), String.join(" ", problems)));
            problems = List.of();
        }
    }

    /** Tries a version of the shelf, read back: what is tried is what would be there after a restart. */
    void challenge(Instant now, int version) throws IOException {
        challenge = new Challenge<>(new Version<>(version, shelf.load(version)), settings.trial());
        listener.accept(new AdaptEvent.ShadowBegan(now, version, version()));
    }

    /** The challenger, if there is one, has another one to beat: it is tried from the beginning. */
    void tryAnew() {
        if (challenge != null) {
            challenge = new Challenge<>(challenge.challenger(), settings.trial());
        }
    }

    /** Takes what became of claims; those of another version than the one in use tell nothing. */
    void outcome(Instant now, String device, Claims claims, boolean failed) {
        if (claims.version() != version()) {
            return;
        }
        if (challenge != null && challenge.isOf(claims)) {
            if (Double.isNaN(claims.challenged())) {
                reject(now, challenge, "It broke while scoring in the shadow.");
            } else {
                challenge.trial().add(device, claims.claimed(), claims.challenged(), failed);
            }
        }
        if (trust != null && !Double.isNaN(claims.predecessor())) {
            trust.probation()
                    .add(claims.claimed(), claims.predecessor(), failed)
                    .ifPresent(reason -> rollBack(now, reason));
        }
    }

    /** Takes claims whose outcome nobody will know. */
    void unknown(String device, Claims claims) {
        if (challenge != null && challenge.isOf(claims) && claims.version() == version()) {
            challenge.trial().unknown(device, claims.claimed(), claims.challenged());
        }
    }

    /** Confirms, promotes or rejects, if it is time. */
    void decide(Instant now) {
        if (trust != null && trust.probation().isPassed()) {
            String words = "It held: " + trust.probation().words();
            trust = null;
            listener.accept(new AdaptEvent.Confirmed(now, version(), words));
        }
        if (challenge != null) {
            judge(now, challenge);
        }
    }

    private void judge(Instant now, Challenge<M> tried) {
        TrialVerdict verdict = tried.trial().verdict();
        if (verdict instanceof TrialVerdict.Worse) {
            reject(now, tried, verdict.words());
        } else if (verdict instanceof TrialVerdict.NoWorse) {
            promote(now, tried, verdict.words());
        } else if (verdict instanceof TrialVerdict.Withheld && !tried.withheld()) {
            challenge = tried.told();
            listener.accept(new AdaptEvent.PromotionWithheld(now, tried.version(), verdict.words()));
        }
    }

    private void promote(Instant now, Challenge<M> winner, String reason) {
        Version<M> predecessor = current;
        try {
            shelf.promote(winner.version(), predecessor.number());
        } catch (IOException e) {
            reject(now, winner, "It could not be put in use: " + e.getMessage());
            return;
        }
        current = winner.challenger();
        challenge = null;
        trust = new Trust<>(
                predecessor,
                new Probation(settings.probation(), settings.drift().outcomeEvidence()));
        listener.accept(new AdaptEvent.Promoted(now, version(), predecessor.number(), reason));
    }

    private void reject(Instant now, Challenge<M> loser, String reason) {
        challenge = null;
        listener.accept(new AdaptEvent.Rejected(now, loser.version(), reason));
    }

    /** Takes the version in use out of use, for what the shelf has before it or else the first. */
    void rollBack(Instant now, String reason) {
        int failed = version();
        try {
            shelf.rollBack(failed);
            current = shelved(shelf.current());
        } catch (IOException e) {
            current = trust == null ? first : trust.predecessor();
            problems = List.of("The shelf could not be rolled back: " + e.getMessage());
        }
        trust = null;
        tryAnew();
        listener.accept(new AdaptEvent.RolledBack(now, failed, version(), reason));
    }
}
