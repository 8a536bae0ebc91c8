package io.lifeboat.engine.model.anomaly;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets a score pass only if it clearly exceeds what passed shortly before, so that one event raises one alarm and not one
 * a sample. Works on scores, so it needs no threshold. Not thread-safe.
 */
public final class RefractoryHold {

    private record Passed(long at, double score) {}

    private final int length;
    private final double factor;
    private final Deque<Passed> passed = new ArrayDeque<>();
    private long now;

    /**
     * @param length for how many samples a score that passed holds back lower ones, at least 0
     * @param factor how many times larger a score must be to pass within that time, at least 1
     */
    public RefractoryHold(int length, double factor) {
        if (length < 0 || !(factor >= 1)) {
            throw new IllegalArgumentException(
                    "length %d must be 0 or more, factor %s 1 or more.".formatted(length, factor));
        }
        this.length = length;
        this.factor = factor;
    }

    /** The score itself if it passes, otherwise 0. */
    public double update(double score) {
        long at = now++;
        while (!passed.isEmpty() && passed.getFirst().at() < at - length) {
            passed.removeFirst();
        }
        if (score <= 0
                || !passed.isEmpty() && score <= factor * passed.getFirst().score()) {
            return 0;
        }
        while (!passed.isEmpty() && passed.getLast().score() <= score) {
            passed.removeLast();
        }
        passed.addLast(new Passed(at, score));
        return score;
    }
}
