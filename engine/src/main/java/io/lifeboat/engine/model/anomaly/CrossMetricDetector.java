package io.lifeboat.engine.model.anomaly;

import java.util.Arrays;

/**
 * Judges the rows of one node by a {@link CrossMetricModel}. The score is the sum of the three largest distances, half of it
 * as it is now and half as the mean of the last {@value #SMOOTHING} rows, so that a fault that stays outshines a passing one.
 */
public final class CrossMetricDetector implements StreamingDetector {

    private static final int SMOOTHING = 5;
    private static final int LARGEST = 3;

    private final CrossMetricModel model;
    private final double[][] latest = new double[SMOOTHING][];
    private double[] before = {};
    private int seen;

    public CrossMetricDetector(CrossMetricModel model) {
        this.model = model;
    }

    @Override
    public int dimensions() {
        return model.metrics();
    }

    @Override
    public Unusualness update(double[] row) {
        Rows.require(row, dimensions());
        double[] now = model.distances(seen == 0 ? row : before, row);
        before = row.clone();
        latest[seen++ % SMOOTHING] = now;
        int rows = Math.min(seen, SMOOTHING);
        double[] guilt = new double[now.length];
        double score = sumOfLargest(now) / 2;
        for (int i = 0; i < rows; i++) {
            score += sumOfLargest(latest[i]) / rows / 2;
            for (int metric = 0; metric < guilt.length; metric++) {
                guilt[metric] += latest[i][metric] / rows / 2;
            }
        }
        for (int metric = 0; metric < guilt.length; metric++) {
            guilt[metric] += now[metric] / 2;
        }
        return new Unusualness(score, shares(guilt, score), false);
    }

    private static double sumOfLargest(double[] distances) {
        double[] sorted = distances.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int i = Math.max(0, sorted.length - LARGEST); i < sorted.length; i++) {
            sum += sorted[i];
        }
        return sum;
    }

    private static double[] shares(double[] guilt, double score) {
        double total = Arrays.stream(guilt).sum();
        return total == 0
                ? guilt
                : Arrays.stream(guilt).map(g -> score * g / total).toArray();
    }
}
