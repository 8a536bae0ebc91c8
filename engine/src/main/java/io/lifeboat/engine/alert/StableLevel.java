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
 *   <li>For some time after a level was left only a higher probability than it ever showed enters it again.
 * </ul>
 *
 * <p>Each level is held against flapping by itself: an alert that falls back to informational and rises again flaps no less than one
 * that ends and begins again, and one that rises level by level does not flap.
 *
 * <p>Evidence is a cumulative sum of log-odds over time (Page, 1954) against the threshold of each level. Not thread-safe.
 */
public final class StableLevel {

    private static final int LEVELS = 3;

    private final AlertSettings settings;
    private final int[] inARow = new int[LEVELS + 1];
    private final Cusum[] evidence = new Cusum[LEVELS + 1];
    private final LevelHistory[] histories = new LevelHistory[LEVELS + 1];
    private int level;
    private @Nullable Instant last;
    private @Nullable Instant entered;
    private @Nullable Instant belowSince;

    public StableLevel(AlertSettings settings) {
        this.settings = settings;
        for (int i = 0; i <= LEVELS; i++) {
            evidence[i] = new Cusum(settings.evidence(), settings.allowance());
            histories[i] = new LevelHistory(settings);
        }
    }

    public int level() {
        return level;
    }

    /** The highest probability since the level that holds was entered from below, or of the last alert; 0 if there was none. */
    public double peak() {
        return histories[Math.max(1, level)].peak();
    }

    /** Takes in one probability and returns the level that holds now. */
    public int update(Instant now, double probability, Thresholds thresholds) {
        int proven = proven(now, probability, thresholds);
        if (!raise(now, probability, proven) && level > 0) {
            lower(now, probability, thresholds);
        }
        for (int i = 1; i <= level; i++) {
            histories[i].show(probability);
        }
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

    private boolean raise(Instant now, double probability, int proven) {
        int before = level;
        while (level < proven && histories[level + 1].mayEnter(now, probability)) {
            histories[++level].enter(now);
        }
        if (level == before) {
            return false;
        }
        entered = now;
        belowSince = null;
        return true;
    }

    private void lower(Instant now, double probability, Thresholds thresholds) {
        if (probability >= settings.offRatio() * thresholds.of(level)) {
            belowSince = null;
            return;
        }
        if (belowSince == null) {
            belowSince = now;
        }
        boolean calm = hasPassed(belowSince, settings.offAfter(), now)
                && hasPassed(entered, settings.minDwell(), now)
                && evidence[level].isDrained();
        if (!calm || histories[level].isHeld(now)) {
            return;
        }
        do {
            histories[level--].leave(now);
        } while (level > 0
                && probability < settings.offRatio() * thresholds.of(level)
                && !histories[level].isHeld(now));
        entered = now;
        belowSince = null;
    }

    private static boolean hasPassed(@Nullable Instant since, Duration duration, Instant now) {
        return since == null || !now.isBefore(since.plus(duration));
    }
}
