package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.PeerLevels;
import io.lifeboat.engine.telemetry.Metric;
import java.util.Arrays;

/**
 * What the peers show at one tick, of every signal. Made before it is known, so that what is judged meanwhile can ask afterwards; never changes once
 * it is {@link #settle settled}.
 */
final class PeersShown {

    private final double[] upper;
    private final double[] next;
    private boolean settled;

    PeersShown(int metrics) {
        this.upper = new double[metrics];
        this.next = new double[metrics];
        Arrays.fill(upper, Double.NaN);
        Arrays.fill(next, Double.NaN);
    }

    /** @param levels of each signal, settled */
    void settle(PeerLevels[] levels) {
        for (int metric = 0; metric < levels.length; metric++) {
            upper[metric] = levels[metric].upper();
            next[metric] = levels[metric].next();
        }
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    /**
     * Upper quartile of the levels of all nodes but one with this level: with one or two others the highest. Not a number
     * without others.
     *
     * @throws IllegalStateException if not all levels are known yet
     */
    double upperWithout(Metric metric, double own) {
        if (!settled) {
            throw new IllegalStateException("What the peers show is not known before all levels are.");
        }
        int index = FeatureSpace.index(metric);
        return PeerLevels.upperWithout(own, upper[index], next[index]);
    }
}
