package io.lifeboat.engine.alert;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One alert level out of noisy probabilities: 0 none, 1 informational, 2 warning, 3 critical.
 *
 * <ul>
 *   <li>A level is entered by a probability at or above its threshold, after a number of them in a row, or sooner than that row
 *       comes about, once the accumulated evidence is enough: a probability that jumps across the threshold and back never
 *       makes a row, but may be well above it on the whole. One that stays just below never raises anything.
 *   <li>It is left much later and at a lower threshold, when the evidence has drained, and held open while it flaps.
 *   <li>For some time after the end of an alert only a higher probability than it ever showed raises another.
 * </ul>
 *
 * <p>Evidence is a cumulative sum of log-odds over time (Page, 1954) against the threshold of each level. Not thread-safe.
 */
public final class StableLevel {

    private static final int LEVELS = 3;
    private static final double PENALTY = 1000;
    private static final double SUPPRESS = 2000;
    private static final double REUSE = 750;

    private final AlertSettings settings;
    private final int[] inARow = new int[LEVELS + 1];
    private final Cusum[] evidence = new Cusum[LEVELS + 1];
    private int level;
    private double peak;
    private @Nullable Instant last;
    private @Nullable Instant entered;
    private @Nullable Instant belowSince;
    private @Nullable Instant cleared;
    private double penalty;
    private @Nullable Instant penalised;
    private boolean damped;

    public StableLevel(AlertSettings settings) {
        this.settings = settings;
        for (int i = 0; i <= LEVELS; i++) {
            evidence[i] = new Cusum(settings.evidence(), settings.allowance());
        }
    }

    public int level() {
        return level;
    }

    /** The highest probability of the open alert, or of the last one; 0 if there was none. */
    public double peak() {
        return peak;
    }

    /** Takes in one probability and returns the level that holds now. */
    public int update(Instant now, double probability, Thresholds thresholds) {
        int proven = proven(now, probability, thresholds);
        if (proven > level) {
            raise(now, probability, proven);
        } else if (level > 0) {
            lower(now, probability, thresholds);
        }
        peak = level > 0 ? Math.max(peak, probability) : peak;
        return level;
    }

    /**
     * Whether it rests: there is no alert and nothing has piled up towards one, and this probability, however often it came, would change
     * nothing as long as the informational threshold stays.
     */
    public boolean rests(double probability, Thresholds thresholds) {
        boolean resting = level == 0 && probability < thresholds.informational();
        for (int i = 1; i <= LEVELS && resting; i++) {
            resting = inARow[i] == 0 && evidence[i].isEmpty();
        }
        return resting;
    }

    /** It rested until then and was not told of it: the time that has passed since counts for nothing. */
    public void rested(Instant until) {
        last = last == null ? null : until;
    }

    private int proven(Instant now, double probability, Thresholds thresholds) {
        double seconds = last == null ? 0 : Duration.between(last, now).toNanos() / 1e9;
        last = now;
        int proven = 0;
        for (int i = 1; i <= LEVELS; i++) {
            double threshold = thresholds.of(i);
            boolean above = probability >= threshold;
            inARow[i] = above ? inARow[i] + 1 : 0;
            evidence[i].add(seconds, probability, threshold);
            proven = above && (inARow[i] >= settings.onSamples() || evidence[i].isEnough()) ? i : proven;
        }
        return proven;
    }

    /** Nothing is known at the moment: the level stays, and what was counted towards a change is forgotten. */
    public void abstain() {
        belowSince = null;
        last = null;
        for (int i = 1; i <= LEVELS; i++) {
            inARow[i] = 0;
            evidence[i].clear();
        }
    }

    private void raise(Instant now, double probability, int proven) {
        if (level == 0) {
            if (!hasPassed(cleared, settings.refractory(), now) && probability <= peak) {
                return;
            }
            peak = 0;
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
        boolean calm = hasPassed(belowSince, settings.offAfter(), now)
                && hasPassed(entered, settings.minDwell(), now)
                && evidence[level].isDrained();
        if (calm && !damped) {
            int next = level - 1;
            while (next > 0 && probability < settings.offRatio() * thresholds.of(next)) {
                next--;
            }
            level = next;
            entered = now;
            belowSince = null;
            cleared = level == 0 ? now : cleared;
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
