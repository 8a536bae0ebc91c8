package io.lifeboat.engine.model.anomaly;

/**
 * How the metrics of a healthy node hang together: every metric is predicted by ridge regression from all others at the same
 * moment and from all metrics one moment before. All these regressions are read from one inverse of the Gram
 * matrix P: the residual of metric j is (Σ P<sub>jk</sub> x<sub>k</sub>) / P<sub>jj</sub> (Whittaker, Graphical Models in
 * Applied Multivariate Statistics, 1990, section 5.7). Immutable.
 */
public final class CrossMetricModel {

    private static final double RIDGE = 0.05;
    private static final double INTERCEPT_RIDGE = 1e-6;
    private static final double TRAINING_LIMIT = 8;
    private static final double LIMIT = 24;
    private static final int LEAST_ROWS = 50;

    private final RobustScale[] scales;
    private final RobustScale[] residualScales;
    private final double[][] inverse;

    private CrossMetricModel(RobustScale[] scales, double[][] inverse, RobustScale[] residualScales) {
        this.scales = scales;
        this.inverse = inverse;
        this.residualScales = residualScales;
    }

    /**
     * Learns from rows of a healthy node at equal distances in time.
     *
     * @param rows one value a metric each, NaN where missing; at least {@value #LEAST_ROWS} rows
     */
    public static CrossMetricModel train(double[][] rows) {
        if (rows.length < LEAST_ROWS) {
            throw new IllegalArgumentException(
                    "There are %d rows, but %d or more are needed to learn how metrics hang together. Maybe record for longer."
                            .formatted(rows.length, LEAST_ROWS));
        }
        int metrics = rows[0].length;
        RobustScale[] scales = new RobustScale[metrics];
        for (int metric = 0; metric < metrics; metric++) {
            scales[metric] = RobustScale.of(column(rows, metric));
        }
        double[][] inverse = SymmetricInverse.of(gram(rows, scales));
        CrossMetricModel unscaled = new CrossMetricModel(scales, inverse, scales);
        double[][] residuals = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            residuals[i] = unscaled.raw(rows[Math.max(0, i - 1)], rows[i], TRAINING_LIMIT * 3);
        }
        RobustScale[] residualScales = new RobustScale[metrics];
        for (int metric = 0; metric < metrics; metric++) {
            residualScales[metric] = RobustScale.of(column(residuals, metric));
        }
        return new CrossMetricModel(scales, inverse, residualScales);
    }

    /** How many metrics a row has. */
    public int metrics() {
        return scales.length;
    }

    /**
     * How far each metric is from where the others say it should be.
     *
     * @param before the row one moment before
     * @param row the row to judge, of the same length
     * @return at least 0 each, in spreads seen in training; 0 for a missing value
     */
    public double[] distances(double[] before, double[] row) {
        double[] residuals = raw(before, row, LIMIT);
        for (int metric = 0; metric < residuals.length; metric++) {
            residuals[metric] = Double.isNaN(row[metric])
                    ? 0
                    : Math.abs(residualScales[metric].apply(residuals[metric], Double.MAX_VALUE));
        }
        return residuals;
    }

    private double[] raw(double[] before, double[] row, double limit) {
        double[] x = features(scales, before, row, limit);
        double[] residuals = new double[scales.length];
        for (int metric = 0; metric < residuals.length; metric++) {
            double sum = 0;
            for (int k = 0; k < x.length; k++) {
                sum += inverse[metric][k] * x[k];
            }
            residuals[metric] = sum / inverse[metric][metric];
        }
        return residuals;
    }

    private static double[][] gram(double[][] rows, RobustScale[] scales) {
        int size = 2 * scales.length + 1;
        double[][] gram = new double[size][size];
        for (int i = 0; i < rows.length; i++) {
            double[] x = features(scales, rows[Math.max(0, i - 1)], rows[i], TRAINING_LIMIT);
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    gram[a][b] += x[a] * x[b] / rows.length;
                }
            }
        }
        for (int a = 0; a < size; a++) {
            gram[a][a] += a == size - 1 ? INTERCEPT_RIDGE : RIDGE;
        }
        return gram;
    }

    /** The row, the row before, and 1 for the intercept. */
    private static double[] features(RobustScale[] scales, double[] before, double[] row, double limit) {
        double[] x = new double[2 * scales.length + 1];
        for (int metric = 0; metric < scales.length; metric++) {
            x[metric] = scales[metric].apply(row[metric], limit);
            x[scales.length + metric] = scales[metric].apply(before[metric], limit);
        }
        x[x.length - 1] = 1;
        return x;
    }

    private static double[] column(double[][] rows, int metric) {
        double[] column = new double[rows.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i][metric];
        }
        return column;
    }
}
