package io.lifeboat.engine.model.anomaly;

import java.util.HashMap;
import java.util.Map;

/** How far a value is from what the stream showed at the same time on the days before. Not thread-safe. */
public final class DailyProfile {

    private static final long DAY = 86_400;
    private static final int LEAST_SEEN = 3;
    private static final double LEAST_WEIGHT = 0.09;

    private record Usual(double level, int seen) {}

    private final long binSeconds;
    private final Map<Long, Usual> bins = new HashMap<>();

    /** @param binSeconds how long a time of day lasts, in seconds, 1 to 86400 */
    public DailyProfile(long binSeconds) {
        if (binSeconds < 1 || binSeconds > DAY) {
            throw new IllegalArgumentException("binSeconds (" + binSeconds + ") must be in 1 to " + DAY + ".");
        }
        this.binSeconds = binSeconds;
    }

    /**
     * Takes the next value.
     *
     * @param epochSecond when it was measured, in seconds of any clock that does not jump
     * @param value finite
     * @return the distance from the usual level at this time of day, or NaN until that is known
     */
    public double update(long epochSecond, double value) {
        long bin = Math.floorMod(epochSecond, DAY) / binSeconds;
        Usual usual = bins.getOrDefault(bin, new Usual(value, 0));
        double weight = Math.max(LEAST_WEIGHT, 1.0 / (usual.seen() + 1));
        bins.put(bin, new Usual(usual.level() + weight * (value - usual.level()), usual.seen() + 1));
        return usual.seen() >= LEAST_SEEN ? Math.abs(value - usual.level()) : Double.NaN;
    }
}
