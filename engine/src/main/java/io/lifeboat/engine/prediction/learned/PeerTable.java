package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.telemetry.Metric;
import java.util.Arrays;
import java.util.Collection;

/** The levels of every signal on all nodes at one moment, sorted, so that each node sees what its peers show. */
final class PeerTable {

    /** The levels of a large fleet are not sorted more often than this. */
    private static final long REFRESH_NANOS = 1_000_000_000L;

    private static final int LARGE = 256;

    private final double[][] sorted = new double[FeatureSpace.metrics().size()][0];
    private final int[] sizes = new int[sorted.length];
    private long refreshed = Long.MIN_VALUE;

    /** Takes in the levels, at most once a second for a fleet of more than {@value #LARGE} nodes. */
    void refresh(long nanos, Collection<NodeFeatures> nodes) {
        if (nodes.size() > LARGE && refreshed != Long.MIN_VALUE && nanos - refreshed < REFRESH_NANOS) {
            return;
        }
        refreshed = nanos;
        for (int metric = 0; metric < sorted.length; metric++) {
            if (sorted[metric].length < nodes.size()) {
                sorted[metric] = new double[nodes.size() + nodes.size() / 2];
            }
            int size = 0;
            for (NodeFeatures node : nodes) {
                double level = node.level(FeatureSpace.metrics().get(metric), nanos);
                if (!Double.isNaN(level)) {
                    sorted[metric][size++] = level;
                }
            }
            Arrays.sort(sorted[metric], 0, size);
            sizes[metric] = size;
        }
    }

    /**
     * Upper quartile of the levels of all nodes but one with this level: with one or two others the highest. Not a number
     * without others.
     */
    double upperWithout(Metric of, double own) {
        int metric = FeatureSpace.index(of);
        int size = sizes[metric];
        if (size < 2) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(sorted[metric], 0, size, own);
        int left = found >= 0 ? found : Math.min(size - 1, -found - 1);
        int i = (size - 1) * 3 / 4;
        return sorted[metric][i < left ? i : i + 1];
    }
}
