package io.lifeboat.engine.model.anomaly;

/**
 * Unusual values of one metric: the sum of three surprises (the shape of the last {@value #SHAPE} values, the level of the
 * last {@value #LEVEL}, and the value for its time of day), held back for a while after each event. Learns
 * everything from the stream itself. Not thread-safe.
 */
public final class SeriesDetector {

    /** No single surprise counts more, so that one freak value does not outshine agreement. */
    static final double MOST_SURPRISE = 8;

    private static final int SHAPE = 30;
    private static final int LEVEL = 10;
    private static final int WARM_UP = 50;
    private static final int CAPACITY = 50_000;
    private static final double HOLD_SHARE = 0.3;
    private static final double HOLD_FACTOR = 1.8;
    private static final long LEAST_BIN = 900;

    private final NearestShape shape = new NearestShape(SHAPE, CAPACITY);
    private final LevelShift level = new LevelShift(LEVEL, CAPACITY);
    private final DailyProfile day;
    private final TailSurprise shapeSurprise = new TailSurprise(WARM_UP, CAPACITY);
    private final TailSurprise levelSurprise = new TailSurprise(WARM_UP, CAPACITY);
    private final TailSurprise daySurprise = new TailSurprise(WARM_UP, CAPACITY);
    private final RefractoryHold hold;

    /**
     * @param stepSeconds the usual time between two values, in seconds, 1 to 86400
     * @param probation how many values the stream may take to learn from, at least 0; an alarm holds back lesser ones for
     *     three tenths as many
     */
    public SeriesDetector(long stepSeconds, int probation) {
        this.day = new DailyProfile(Math.max(LEAST_BIN, stepSeconds));
        this.hold = new RefractoryHold((int) (HOLD_SHARE * probation), HOLD_FACTOR);
    }

    /**
     * Judges a value, then learns from it.
     *
     * @param epochSecond when it was measured, in seconds
     * @param value finite
     * @return 0 to 24 decades of surprise; 0 while held back
     */
    public double update(long epochSecond, double value) {
        double surprise = capped(shapeSurprise.update(shape.update(value)))
                + capped(levelSurprise.update(level.update(value)))
                + capped(daySurprise.update(day.update(epochSecond, value)));
        return hold.update(surprise);
    }

    private static double capped(double surprise) {
        return Math.min(MOST_SURPRISE, surprise);
    }
}
