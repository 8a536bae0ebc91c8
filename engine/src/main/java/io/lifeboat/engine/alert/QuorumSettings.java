package io.lifeboat.engine.alert;

import java.time.Duration;

/**
 * What a critical alert needs before anything is moved.
 *
 * @param families independent signal families, or independent kinds of models, that must agree; at least 1
 * @param persistence how long one family alone must have spoken for at least the warning threshold to be believed; zero believes it
 *     at once
 * @param predictions in how many predictions it must have spoken, at least 1; a prediction that only stands counts once. Between two
 *     reports of a slow signal there may be one prediction that knows nothing new: 3 are at least two reports
 */
public record QuorumSettings(int families, Duration persistence, int predictions) {

    private static final int PREDICTIONS = 3;

    /** The same, in 3 predictions. */
    public QuorumSettings(int families, Duration persistence) {
        this(families, persistence, PREDICTIONS);
    }

    public QuorumSettings {
        if (families < 1) {
            throw new IllegalArgumentException(
                    "families (%d) must be at least 1.%nMaybe write 2: two signals that agree.".formatted(families));
        }
        if (predictions < 1) {
            throw new IllegalArgumentException("predictions (%d) must be at least 1.".formatted(predictions));
        }
        if (persistence.isNegative()) {
            throw new IllegalArgumentException("persistence (%s) must not be negative.".formatted(persistence));
        }
    }

    /**
     * Two families, or one for 0.5 s and in 3 predictions. So short because a local node is emptied within a run-up of seconds, and a quota shows in one
     * signal only; a signal that rises steadily, not by a step, waits for nothing. Where failures take hours, minutes
     * are better.
     */
    public static QuorumSettings defaults() {
        return new QuorumSettings(2, Duration.ofMillis(500));
    }
}
