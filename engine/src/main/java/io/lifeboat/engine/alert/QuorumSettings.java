package io.lifeboat.engine.alert;

import java.time.Duration;

/**
 * What a critical alert needs before anything is moved.
 *
 * @param families independent signal families, or independent kinds of models, that must agree; at least 1
 * @param persistence how long one family alone must have spoken for at least the warning threshold to be believed; zero believes it
 *     at once
 */
public record QuorumSettings(int families, Duration persistence) {

    public QuorumSettings {
        if (families < 1) {
            throw new IllegalArgumentException(
                    "families (%d) must be at least 1.%nMaybe write 2: two signals that agree.".formatted(families));
        }
        if (persistence.isNegative()) {
            throw new IllegalArgumentException("persistence (%s) must not be negative.".formatted(persistence));
        }
    }

    /**
     * Two families, or one for 0.5 s. So short because a local node is emptied within a run-up of seconds, and a quota shows in one
     * signal only; a signal that rises steadily, not by a step, waits for nothing. Where failures take hours, minutes
     * are better.
     */
    public static QuorumSettings defaults() {
        return new QuorumSettings(2, Duration.ofMillis(500));
    }
}
