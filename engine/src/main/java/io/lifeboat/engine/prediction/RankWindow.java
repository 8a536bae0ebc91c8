package io.lifeboat.engine.prediction;

import java.util.Arrays;

/**
 * Those of many values that are near one rank in their sorted order, with how many are smaller. A few values that come and go move the rank by
 * a few places, and so it is mostly found again without looking at all the others. Orders as {@link Double#compare} does; exact.
 */
final class RankWindow {

    /** At least so many ranks to either side; of many values one in two hundred. */
    private static final int LEAST = 64;

    private static final int SHARE = 200;

    /** Each value once, rising, and how often it occurs. */
    private double[] values = new double[0];

    private int[] counts = new int[0];
    private int distinct;
    private double low;
    private double high;
    private int below;
    private int inside;
    private int size;

    /** How many values there are in all. */
    int size() {
        return size;
    }

    /** Whether the value of a rank, 0 being the smallest, is near enough to be known. */
    boolean holds(int rank) {
        return below <= rank && rank < below + inside;
    }

    /** The value of a rank that it {@link #holds}. */
    double get(int rank) {
        int before = below;
        for (int i = 0; ; i++) {
            before += counts[i];
            if (rank < before) {
                return values[i];
            }
        }
    }

    /** Begins anew. */
    void clear() {
        size = 0;
        close();
    }

    /** Knows no value any more, only how many there are. */
    private void close() {
        distinct = 0;
        inside = 0;
        below = 0;
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
    }

    /**
     * Begins anew with all values.
     *
     * @param all are put into another order; the first {@code count} count
     * @param rank what is asked for; the next one is near as well
     */
    void open(double[] all, int count, int rank) {
        clear();
        int reach = LEAST + count / SHARE;
        double from = Selection.smallest(all, count, Math.max(0, rank - reach));
        double to = Selection.smallest(all, count, Math.min(count - 1, rank + 1 + reach));
        values = new double[4 * reach];
        counts = new int[4 * reach];
        low = from;
        high = to;
        for (int i = 0; i < count; i++) {
            add(all[i]);
        }
    }

    void add(double value) {
        size++;
        if (Double.compare(value, low) < 0) {
            below++;
        } else if (Double.compare(value, high) <= 0) {
            insert(value);
        }
    }

    private void insert(double value) {
        int found = Arrays.binarySearch(values, 0, distinct, value);
        if (found >= 0) {
            counts[found]++;
        } else if (distinct == values.length) {
            // Too many have gathered here: the next who asks opens a narrower one.
            close();
            return;
        } else {
            int at = -found - 1;
            System.arraycopy(values, at, values, at + 1, distinct - at);
            System.arraycopy(counts, at, counts, at + 1, distinct - at);
            values[at] = value;
            counts[at] = 1;
            distinct++;
        }
        inside++;
    }

    /** Takes out one of the values that were added. */
    void remove(double value) {
        size--;
        if (Double.compare(value, low) < 0) {
            below--;
        } else if (Double.compare(value, high) <= 0) {
            inside--;
            int at = Arrays.binarySearch(values, 0, distinct, value);
            if (--counts[at] == 0) {
                distinct--;
                System.arraycopy(values, at + 1, values, at, distinct - at);
                System.arraycopy(counts, at + 1, counts, at, distinct - at);
            }
        }
    }
}
