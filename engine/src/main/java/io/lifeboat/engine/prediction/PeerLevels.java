package io.lifeboat.engine.prediction;

import java.util.Arrays;

/**
 * Levels of one signal on all nodes, kept from tick to tick. What the peers show is looked for only when a node asks, and only
 * after something has changed. Internal to the engine's predictors. Not thread-safe; but different threads may set different nodes, and once
 * {@link #settle} was called, any number of threads may ask until the next change.
 */
public final class PeerLevels {

    /** Changes are looked for in blocks of so many nodes: at every tenth node a tick most are read, at every hundredth few. */
    private static final int BLOCK = 16;

    private double[] levels = new double[16];

    /** The levels that {@link #near} knows of. */
    private double[] counted = new double[16];

    /** By block whether a level may differ from what is counted. Threads that set levels only ever set it, and so may share a block. */
    private boolean[] changed = new boolean[1];

    private final RankWindow near = new RankWindow();
    private boolean anyChanged = true;
    private int nodes;

    /** The level at the upper quartile of all but one, and the next one up. */
    private double quartile = Double.NaN;

    private double next = Double.NaN;

    /** Adds a node, of which no level is known yet. */
    public void add() {
        if (nodes == levels.length) {
            levels = Arrays.copyOf(levels, nodes * 2);
            counted = Arrays.copyOf(counted, nodes * 2);
            changed = Arrays.copyOf(changed, changed.length * 2);
        }
        counted[nodes] = Double.NaN;
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
        near.clear();
        Arrays.fill(counted, Double.NaN);
        Arrays.fill(changed, true);
        anyChanged = true;
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
            changed[node / BLOCK] = true;
            // To write what all threads read is what costs.
            if (!anyChanged) {
                anyChanged = true;
            }
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
        return upperWithout(own, quartile, next);
    }

    /** The same of what was settled before. */
    public static double upperWithout(double own, double upper, double next) {
        return Double.compare(own, upper) > 0 ? upper : next;
    }

    /** The level at the upper quartile of all but one; not a number when there are no two. */
    public double upper() {
        return quartile;
    }

    /** The level above that; not a number when there are no two. */
    public double next() {
        return next;
    }

    /** Looks for what the peers show, if anything has changed. */
    public void settle() {
        if (anyChanged) {
            anyChanged = false;
            count();
            look();
        }
    }

    private void count() {
        for (int block = 0; block * BLOCK < nodes; block++) {
            if (changed[block]) {
                changed[block] = false;
                count(block * BLOCK, Math.min(nodes, (block + 1) * BLOCK));
            }
        }
    }

    private void count(int from, int to) {
        for (int node = from; node < to; node++) {
            double before = counted[node];
            double now = levels[node];
            if (Double.compare(before, now) != 0) {
                counted[node] = now;
                if (!Double.isNaN(before)) {
                    near.remove(before);
                }
                if (!Double.isNaN(now)) {
                    near.add(now);
                }
            }
        }
    }

    private void look() {
        if (near.size() < 2) {
            quartile = Double.NaN;
            next = Double.NaN;
            return;
        }
        int wanted = (near.size() - 1) * 3 / 4;
        if (!near.holds(wanted) || !near.holds(wanted + 1)) {
            double[] fresh = new double[near.size()];
            int size = 0;
            for (int node = 0; node < nodes; node++) {
                if (!Double.isNaN(levels[node])) {
                    fresh[size++] = levels[node];
                }
            }
            near.open(fresh, size, wanted);
        }
        quartile = near.get(wanted);
        next = near.get(wanted + 1);
    }
}
