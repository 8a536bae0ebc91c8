package io.lifeboat.engine.model.anomaly;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.returntypes.DiVector;
import java.util.Arrays;

/**
 * A random cut forest (Guha et al., ICML 2016) over rows scaled by the median and spread of the first rows. Attribution says
 * how much of the score is due to each value.
 */
public final class RandomCutDetector implements StreamingDetector {

    private static final int TREES = 50;
    private static final int SAMPLE = 256;
    private static final int SCALE_ROWS = 64;

    private final int dimensions;
    private final RandomCutForest forest;
    private final double[][] first = new double[SCALE_ROWS][];
    private final RobustScale[] scales;
    private final double[] last;
    private int seen;

    /**
     * @param dimensions how many metrics, at least 1
     * @param seed of the random cuts
     */
    public RandomCutDetector(int dimensions, long seed) {
        this.dimensions = dimensions;
        this.scales = new RobustScale[dimensions];
        this.last = new double[dimensions];
        this.forest = RandomCutForest.builder()
                .dimensions(dimensions)
                .shingleSize(1)
                .numberOfTrees(TREES)
                .sampleSize(SAMPLE)
                .randomSeed(seed)
                .outputAfter(SCALE_ROWS)
                .parallelExecutionEnabled(false)
                .build();
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    /** The score is the forest's own: about 1 for a usual row. Abstains for the first {@value #SCALE_ROWS} rows. */
    @Override
    public Unusualness update(double[] row) {
        Rows.require(row, dimensions);
        if (seen < SCALE_ROWS) {
            first[seen++] = row.clone();
            if (seen == SCALE_ROWS) {
                learnScales();
            }
            return Unusualness.abstain(dimensions);
        }
        float[] point = scaled(row);
        DiVector vector = forest.getAnomalyAttribution(point);
        forest.update(point);
        double[] attribution = new double[dimensions];
        Arrays.setAll(attribution, i -> vector.high[i] + vector.low[i]);
        return Unusualness.of(attribution);
    }

    private void learnScales() {
        for (int metric = 0; metric < dimensions; metric++) {
            int m = metric;
            scales[metric] = RobustScale.of(
                    Arrays.stream(first).mapToDouble(row -> row[m]).toArray());
            last[metric] = scales[metric].centre();
        }
        for (double[] row : first) {
            forest.update(scaled(row));
        }
    }

    /** A missing value is taken as unchanged, so that it cannot look unusual by itself. */
    private float[] scaled(double[] row) {
        float[] point = new float[dimensions];
        for (int metric = 0; metric < dimensions; metric++) {
            last[metric] = Double.isNaN(row[metric]) ? last[metric] : row[metric];
            point[metric] = (float) scales[metric].apply(last[metric], Float.MAX_VALUE);
        }
        return point;
    }
}
