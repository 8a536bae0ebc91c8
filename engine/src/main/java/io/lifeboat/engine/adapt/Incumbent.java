package io.lifeboat.engine.adapt;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model in use, and the way back from it: the fallback that takes its place the moment it breaks, and while it is on probation its
 * predecessor. Not thread-safe.
 */
final class Incumbent<M extends Scorer> {

    private final ModelShelf<M> shelf;
    private final Serving fallback;
    private Serving current;
    private List<String> problems;
    private @Nullable Trust trust;
    private @Nullable String broken;

    /** What a promoted model has yet to earn. */
    private record Trust(Serving predecessor, Probation probation) {}

    /** Takes the current model of the shelf, or else the fallback as version 0. */
    Incumbent(ModelShelf<M> shelf, Scorer fallback) {
        this.shelf = shelf;
        this.fallback = new Serving(0, fallback);
        Shelved<M> shelved = shelf.current();
        this.current = serving(shelved);
        this.problems = shelved.problems();
    }

    private Serving serving(Shelved<M> shelved) {
        return shelved.model()
                .map(model -> new Serving(shelved.version(), model))
                .orElse(fallback);
    }

    int version() {
        return current.version();
    }

    /** The version that gives the scores: 0 from the moment the one in use breaks, although it is still to be taken back. */
    int scoringVersion() {
        return broken == null ? current.version() : 0;
    }

    Scorer scorer() {
        return broken == null ? current.scorer() : fallback.scorer();
    }

    /** The probability that counts. A model that breaks is not asked again. */
    double score(float[] row) {
        if (broken == null && current != fallback) {
            try {
                return current.score(row);
            } catch (Serving.Broken e) {
                broken = String.valueOf(e.getMessage());
            }
        }
        return fallback.scorer().probability(row);
    }

    /** What the predecessor would have claimed; NaN if there is none to come back, or it breaks. */
    double predecessorScore(float[] row) {
        return trust == null ? Double.NaN : trust.predecessor().quietScore(row);
    }

    /** How the model in use broke. */
    Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    /** Why the model in use is not the one it should be; told once. */
    List<String> takeProblems() {
        List<String> taken = problems;
        problems = List.of();
        return taken;
    }

    boolean isOnProbation() {
        return trust != null;
    }

    /** Takes an outcome of the model in use; the reason to take the model back, if there is one. */
    Optional<String> outcome(Sample sample, boolean failed) {
        // A predecessor that breaks by now is no reason to keep or to take back its successor.
        return trust == null || Double.isNaN(sample.predecessor())
                ? Optional.empty()
                : trust.probation().add(sample.claimed(), sample.predecessor(), failed);
    }

    /** Ends a probation that is passed, and says how it went. */
    Optional<String> passProbation() {
        if (trust == null || !trust.probation().isPassed()) {
            return Optional.empty();
        }
        String words = trust.probation().words();
        trust = null;
        return Optional.of(words);
    }

    /** Puts a version of the shelf in use, on probation. If that cannot be written down, nothing changes. */
    void promote(Serving winner, Probation probation) throws IOException {
        shelf.promote(winner.version(), current.version());
        trust = new Trust(current, probation);
        current = winner;
    }

    /** Takes the model in use out of use, for what the shelf has before it or else the fallback. */
    void rollBack() {
        try {
            shelf.rollBack(current.version());
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
    }
}
