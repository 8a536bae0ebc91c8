package io.lifeboat.engine.prediction;

import java.util.Arrays;

/**
 * Levels of one signal on all nodes, kept from tick to tick. What the peers show is looked for only when a node asks, and only
 * after something has changed. Internal to the engine's predictors. Not thread-safe; but different threads may set different nodes, and once
 * {@link #settle} was called, any number of threads may ask until the next change.
 */
public final class PeerLevels {

    private double[] levels = new double[16];
    private int nodes;
    private boolean changed = true;
    private int size;

    /** The level at the upper quartile of all but one, and the next one up. */
    private double quartile;

    private double next;

    /** Adds a node, of which no level is known yet. */
    public void add() {
        if (nodes == levels.length) {
            levels = Arrays.copyOf(levels, nodes * 2);
        }
        levels[nodes++] = Double.NaN;
    }

    /**
     * Leaves out all nodes but some, which are numbered anew.
     *
     * @param kept their numbers so far, rising
     */
    public void keep(int[] kept) {
        for (int i = 0; i < kept.length; i++) {
            levels[i] = levels[kept[i]];
        }
        nodes = kept.length;
        changed = true;
    }

    /**
     * Takes in the level of one node.
     *
     * @param node its number, from 0, in the order in which they were added
     * @param level not a number if the signal is not fresh
     */
    public void set(int node, double level) {
        if (Double.compare(levels[node], level) != 0) {
            levels[node] = level;
            changed = true;
        }
    }

    /** The level of a node; not a number if it is not known. */
    public double get(int node) {
        return levels[node];
    }

    /**
     * Upper quartile of all levels but one that equals {@code own}: with one or two others the highest. Not a number
     * when there are no others.
     */
    public double upperWithout(double own) {
        settle();
        if (size < 2) {
            return Double.NaN;
        }
        return Double.compare(own, quartile) > 0 ? quartile : next;
    }

    /** Looks for what the peers show, if anything has changed. */
    public void settle() {
        if (changed) {
            look();
            changed = false;
        }
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
