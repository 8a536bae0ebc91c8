package io.lifeboat.engine.prediction;

import java.util.Arrays;

/**
 * Levels of one signal on all nodes, kept from tick to tick. What the peers show is looked for only when a node asks, and only
 * after something has changed.
 */
final class PeerLevels {

    private double[] levels = new double[16];
    private int nodes;
    private boolean changed = true;
    private int size;

    /** The level at the upper quartile of all but one, and the next one up. */
    private double quartile;

    private double next;

    /** @param level not a number if the signal is not fresh */
    void set(int node, double level) {
        if (node >= levels.length) {
            levels = Arrays.copyOf(levels, Math.max(node + 1, levels.length * 2));
        }
        while (nodes <= node) {
            levels[nodes++] = Double.NaN;
        }
        if (Double.compare(levels[node], level) != 0) {
            levels[node] = level;
            changed = true;
        }
    }

    double get(int node) {
        return levels[node];
    }

    /**
     * Upper quartile of all levels but one that equals {@code own}: with one or two others the highest. Not a number
     * when there are no others.
     */
    double upperWithout(double own) {
        if (changed) {
            look();
            changed = false;
        }
        if (size < 2) {
            return Double.NaN;
        }
        return Double.compare(own, quartile) > 0 ? quartile : next;
    }

    private void look() {
        double[] fresh = new double[nodes];
        size = 0;
        for (int node = 0; node < nodes; node++) {
            if (!Double.isNaN(levels[node])) {
                fresh[size++] = levels[node];
            }
        }
        if (size < 2) {
            return;
        }
        int wanted = (size - 1) * 3 / 4;
        quartile = Selection.smallest(fresh, size, wanted);
        // Selection leaves what is larger behind it.
        next = fresh[wanted + 1];
        for (int i = wanted + 2; i < size; i++) {
            next = Double.compare(fresh[i], next) < 0 ? fresh[i] : next;
        }
    }
}
