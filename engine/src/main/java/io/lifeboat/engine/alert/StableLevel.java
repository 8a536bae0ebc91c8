package io.lifeboat.engine.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert level out of noisy probabilities: 0 none, 1 informational, 2 warning, 3 critical. A level is entered after a
 * number of predictions in a row, left much later and at a lower threshold, and held open while it flaps. Not
 * thread-safe.
 */
public final class StableLevel {

    private static final int LEVELS = 3;
    private static final double PENALTY = 1000;
    private static final double SUPPRESS = 2000;
    private static final double REUSE = 750;

    private final AlertSettings settings;
    private final int[] inARow = new int[LEVELS + 1];
    private int level;
    private @Nullable Instant entered;
    private @Nullable Instant belowSince;
    private double penalty;
    private @Nullable Instant penalised;
    private boolean damped;

    public StableLevel(AlertSettings settings) {
        this.settings = settings;
    }

    public int level() {
        return level;
    }

    /** Takes in one probability and returns the level that holds now. */
    public int update(Instant now, double probability, Thresholds thresholds) {
        int proven = 0;
        for (int i = 1; i <= LEVELS; i++) {
            inARow[i] = probability >= thresholds.of(i) ? inARow[i] + 1 : 0;
            proven = inARow[i] >= settings.onSamples() ? i : proven;
        }
        if (proven > level) {
            raise(now, proven);
        } else if (level > 0) {
            lower(now, probability, thresholds);
        }
        return level;
    }

    /** Nothing is known at the moment: the level stays, and what was counted towards a change is forgotten. */
    public void abstain() {
        belowSince = null;
        for (int i = 1; i <= LEVELS; i++) {
            inARow[i] = 0;
        }
    }

    private void raise(Instant now, int proven) {
        if (level == 0) {
            penalty = penaltyAt(now) + PENALTY;
            penalised = now;
            damped |= penalty > SUPPRESS;
        }
        level = proven;
        entered = now;
        belowSince = null;
    }

    private void lower(Instant now, double probability, Thresholds thresholds) {
        if (probability >= settings.offRatio() * thresholds.of(level)) {
            belowSince = null;
            return;
        }
        if (belowSince == null) {
            belowSince = now;
        }
        damped &= penaltyAt(now) > REUSE;
        boolean calm = hasPassed(belowSince, settings.offAfter(), now) && hasPassed(entered, settings.minDwell(), now);
        if (calm && !damped) {
            int next = level - 1;
            while (next > 0 && probability < settings.offRatio() * thresholds.of(next)) {
                next--;
            }
            level = next;
            entered = now;
            belowSince = null;
        }
    }

    private double penaltyAt(Instant now) {
        if (penalised == null) {
            return 0;
        }
        double halves = (double) Duration.between(penalised, now).toNanos()
                / settings.flapHalfLife().toNanos();
        return penalty * StrictMath.pow(2, -halves);
    }

    private static boolean hasPassed(@Nullable Instant since, Duration duration, Instant now) {
        return since == null || !now.isBefore(since.plus(duration));
    }
}
