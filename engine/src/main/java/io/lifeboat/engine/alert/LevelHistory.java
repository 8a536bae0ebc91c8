package io.lifeboat.engine.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How often one level of an alert was entered lately, when it was left, and what it showed: what decides whether it may be entered or left again. */
final class LevelHistory {

    private static final double PENALTY = 1000;
    private static final double SUPPRESS = 2000;
    private static final double REUSE = 750;

    private final AlertSettings settings;
    private double peak;
    private @Nullable Instant left;
    private double penalty;
    private @Nullable Instant penalised;
    private boolean damped;

    LevelHistory(AlertSettings settings) {
        this.settings = settings;
    }

    /** Soon after it was left only more than it has shown enters it. */
    boolean mayEnter(Instant now, double probability) {
        return left == null || !now.isBefore(left.plus(settings.refractory())) || probability > peak;
    }

    void enter(Instant now) {
        peak = 0;
        penalty = penaltyAt(now) + PENALTY;
        penalised = now;
        damped |= penalty > SUPPRESS;
    }

    void leave(Instant now) {
        left = now;
    }

    /** A probability came while the alert was at this level or above. */
    void show(double probability) {
        peak = Math.max(peak, probability);
    }

    /** The highest probability since it was last entered. */
    double peak() {
        return peak;
    }

    /** Whether it was entered so often that it is held open. */
    boolean isHeld(Instant now) {
        damped &= penaltyAt(now) > REUSE;
        return damped;
    }

    private double penaltyAt(Instant now) {
        if (penalised == null) {
            return 0;
        }
        double halves = (double) Duration.between(penalised, now).toNanos()
                / settings.flapHalfLife().toNanos();
        return penalty * StrictMath.pow(2, -halves);
    }
}
