package io.lifeboat.engine.adapt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the scores that count: asks the version in use, and the fallback from the moment that breaks until it is taken back. Not thread-safe. */
final class Incumbent {

    private final Rollout<Scorer> rollout;
    private final Scorer fallback;
    private @Nullable Breakage breakage;

    private record Breakage(int version, String reason) {}

    Incumbent(Rollout<Scorer> rollout, Scorer fallback) {
        this.rollout = rollout;
        this.fallback = fallback;
    }

    /** The version that gives the scores: 0 from the moment the one in use breaks, although it is still to be taken back. */
    int scoringVersion() {
        return broken().isPresent() ? 0 : rollout.version();
    }

    Scorer scorer() {
        return scoringVersion() == 0 ? fallback : rollout.current().model();
    }

    /** A version that breaks is not asked again. */
    double score(float[] row) {
        if (scoringVersion() != 0) {
            try {
                return Scoring.score(rollout.current(), row);
            } catch (Scoring.Broken e) {
                breakage = new Breakage(rollout.version(), String.valueOf(e.getMessage()));
            }
        }
        return fallback.probability(row);
    }

    /** How the version in use broke. */
    Optional<String> broken() {
        return breakage == null || breakage.version() != rollout.version()
                ? Optional.empty()
                : Optional.of(breakage.reason());
    }
}
