package io.lifeboat.engine.prediction;

import java.util.Arrays;

/** Levels of one signal on all nodes at one moment, sorted once, so that each node finds what its peers show at once. */
final class PeerLevels {

    private double[] sorted = new double[16];
    private int size;

    void clear() {
        size = 0;
    }

    void add(double level) {
        if (size == sorted.length) {
            sorted = Arrays.copyOf(sorted, size * 2);
        }
        sorted[size++] = level;
    }

    void sort() {
        Arrays.sort(sorted, 0, size);
    }

    /**
     * Upper quartile of all levels but one that equals {@code own}: with one or two others the highest. Not a number
     * when there are no others.
     */
    double upperWithout(double own) {
        if (size < 2) {
            return Double.NaN;
        }
        int left = Arrays.binarySearch(sorted, 0, size, own);
        int i = (size - 1) * 3 / 4;
        return sorted[i < left ? i : i + 1];
    }
}
