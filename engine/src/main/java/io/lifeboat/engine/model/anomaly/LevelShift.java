package io.lifeboat.engine.model.anomaly;

/**
 * How far the mean of the latest values of a stream is from the median of all values before. Not thread-safe.
 */
public final class LevelShift {

    private final double[] latest;
    private final SortedHistory history;
    private long seen;
    private double sum;

    /**
     * @param length how many values are averaged, at least 1
     * @param capacity how many values the median is taken of, at least 1
     */
    public LevelShift(int length, int capacity) {
        this.latest = new double[length];
        this.history = new SortedHistory(capacity);
    }

    /**
     * Takes the next value.
     *
     * @param value finite
     * @return the distance in the unit of the values, or NaN until there are enough
     */
    public double update(double value) {
        int slot = (int) (seen++ % latest.length);
        sum += value - latest[slot];
        latest[slot] = value;
        if (slot == 0) {
            // Added up anew once a round, so that rounding errors cannot pile up.
            sum = 0;
            for (double v : latest) {
                sum += v;
            }
        }
        double distance =
                seen > latest.length ? Math.abs(sum / latest.length - history.get(history.size() / 2)) : Double.NaN;
        history.add(value);
        return distance;
    }
}
