package io.lifeboat.engine.model.anomaly;

import java.util.Arrays;

/**
 * Judges every metric of a node by the node's own past: how far a value is from the median of all before it, and how
 * surprising such a distance is.
 */
public final class OwnHistoryDetector implements StreamingDetector {

    private final LevelShift[] levels;
    private final TailSurprise[] surprises;

    /**
     * @param dimensions how many metrics, at least 1
     * @param warmUp how many values to see before the first judgement, at least 5
     * @param capacity how many values of each metric to remember, at least {@code warmUp}
     */
    public OwnHistoryDetector(int dimensions, int warmUp, int capacity) {
        this.levels = new LevelShift[dimensions];
        this.surprises = new TailSurprise[dimensions];
        Arrays.setAll(levels, i -> new LevelShift(1, capacity));
        Arrays.setAll(surprises, i -> new TailSurprise(warmUp, capacity));
    }

    @Override
    public int dimensions() {
        return levels.length;
    }

    /** The score is the sum over metrics of the decades of surprise beyond one value in ten. */
    @Override
    public Unusualness update(double[] row) {
        Rows.require(row, levels.length);
        double[] attribution = new double[row.length];
        boolean ready = false;
        for (int metric = 0; metric < row.length; metric++) {
            ready |= surprises[metric].ready();
            if (!Double.isNaN(row[metric])) {
                double surprise = surprises[metric].update(levels[metric].update(row[metric]));
                attribution[metric] = Math.max(0, surprise - 1);
            }
        }
        return ready ? Unusualness.of(attribution) : Unusualness.abstain(row.length);
    }
}
