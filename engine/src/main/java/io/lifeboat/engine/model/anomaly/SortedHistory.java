package io.lifeboat.engine.model.anomaly;

import java.util.Arrays;

/** The last values of a stream, in order of arrival to forget the oldest, and sorted to find ranks. */
final class SortedHistory {

    private final int capacity;
    private double[] sorted;
    private double[] arrived;
    private int size;
    private int oldest;

    SortedHistory(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity (" + capacity + ") must be 1 or more.");
        }
        this.capacity = capacity;
        this.sorted = new double[Math.min(capacity, 64)];
        this.arrived = new double[sorted.length];
    }

    int size() {
        return size;
    }

    /** The value of a rank, 0 being the smallest. */
    double get(int rank) {
        return sorted[rank];
    }

    /** How many values are smaller. */
    int below(double value) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    void add(double value) {
        if (size == capacity) {
            remove(arrived[oldest]);
            arrived[oldest] = value;
            oldest = (oldest + 1) % capacity;
        } else {
            if (size == sorted.length) {
                int length = Math.min(capacity, 2 * size);
                sorted = Arrays.copyOf(sorted, length);
                arrived = Arrays.copyOf(arrived, length);
            }
            arrived[size] = value;
        }
        int rank = below(value);
        System.arraycopy(sorted, rank, sorted, rank + 1, size - rank);
        sorted[rank] = value;
        size++;
    }

    private void remove(double value) {
        int rank = below(value);
        System.arraycopy(sorted, rank + 1, sorted, rank, size - rank - 1);
        size--;
    }
}
