package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.NodeRanges;
import io.lifeboat.engine.prediction.PeerLevels;
import java.util.Arrays;

/**
 * The levels of every signal on all nodes, so that each node sees what its peers show. Different threads may measure different nodes;
 * once settled, all may ask.
 */
final class PeerTable {

    /** In a larger fleet no node has a random cut forest of its own: that takes most of a megabyte a component. */
    private static final int LARGE = 256;

    private final FeatureSpace space;
    private final PeerLevels[] levels;
    private PeersShown shown;
    private int nodes;

    PeerTable(FeatureSpace space) {
        this.space = space;
        this.levels = new PeerLevels[space.metrics().size()];
        Arrays.setAll(levels, metric -> new PeerLevels());
        this.shown = new PeersShown(levels.length);
    }

    /** Adds a node, of which nothing was measured yet. */
    void add() {
        nodes++;
        for (PeerLevels metric : levels) {
            metric.add();
        }
    }

    /**
     * Leaves out all nodes but some, which are numbered anew.
     *
     * @param kept their numbers so far, rising
     */
    void keep(int[] kept) {
        nodes = kept.length;
        for (PeerLevels metric : levels) {
            metric.keep(kept);
        }
    }

    /** Whether there are more nodes than can be afforded everything. */
    boolean isLarge() {
        return nodes > LARGE;
    }

    /**
     * Takes in the levels of a node.
     *
     * @param number of the node, in the order in which they were added
     * @return until when, in nanoseconds, they stay as they are if nothing is observed
     */
    long measure(int number, NodeFeatures node, long nanos) {
        for (int metric = 0; metric < levels.length; metric++) {
            levels[metric].set(number, node.level(space.metrics().get(metric), nanos));
        }
        return node.freshUntil(nanos);
    }

    /** Levels change from now on: what was shown stays as it was. */
    void begin() {
        if (shown.isSettled()) {
            shown = new PeersShown(levels.length);
        }
    }

    /** Takes in the last changes, after which what is {@link #shown} is known. */
    void settle(NodeRanges ranges) {
        ranges.run(levels.length, nodes, (from, to) -> {
            for (int metric = from; metric < to; metric++) {
                levels[metric].settle();
            }
        });
        shown.settle(levels);
    }

    /** What the peers show as soon as the levels are settled. */
    PeersShown shown() {
        return shown;
    }
}
