package io.lifeboat.engine.prediction;

/** The newest samples of one signal, oldest first, in a ring that grows as needed. Times are nanoseconds. */
final class SignalWindow {

    /** Samples newer than this make up the level. */
    static final long LEVEL_NANOS = 500_000_000L;

    private long[] times = new long[32];
    private double[] values = new double[32];
    private int first;
    private int size;
    private long newest;

    void add(long time, double value) {
        if (size == times.length) {
            grow();
        }
        int at = index(size++);
        times[at] = time;
        values[at] = value;
        newest = time;
    }

    private void grow() {
        long[] newTimes = new long[size * 2];
        double[] newValues = new double[size * 2];
        for (int i = 0; i < size; i++) {
            newTimes[i] = time(i);
            newValues[i] = value(i);
        }
        times = newTimes;
        values = newValues;
        first = 0;
    }

    void removeOldest() {
        first = index(1);
        size--;
    }

    void clear() {
        first = 0;
        size = 0;
    }

    int size() {
        return size;
    }

    /** Time of the i-th oldest sample. */
    long time(int i) {
        return times[index(i)];
    }

    /** Value of the i-th oldest sample. */
    double value(int i) {
        return values[index(i)];
    }

    long newest() {
        return newest;
    }

    private int index(int i) {
        return (first + i) & (times.length - 1);
    }

    /**
     * Mean of the newest half second without its highest sample, so that one outlier (a garbage collection, one lost
     * probe) does not count; the mean of everything when there are fewer than three samples.
     */
    double level() {
        long from = newest - LEVEL_NANOS;
        double sum = 0;
        double highest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (int i = size - 1; i >= 0 && time(i) > from; i--) {
            double value = value(i);
            sum += value;
            highest = Math.max(highest, value);
            count++;
        }
        return count < 3 ? sum / count : (sum - highest) / (count - 1);
    }

    /** Index of the oldest sample that is newer than {@code length} before the newest. */
    int indexOfLast(long length) {
        long from = newest - length;
        int i = size - 1;
        while (i > 0 && time(i - 1) > from) {
            i--;
        }
        return i;
    }
}
