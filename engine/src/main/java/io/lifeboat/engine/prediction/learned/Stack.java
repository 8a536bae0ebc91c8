package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.calibration.Logits;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Merges the opinions of several models: logistic regression on their log-odds (Wolpert, "Stacked generalization", 1992), with
 * weights that are never negative (Breiman, "Stacked regressions", 1996), so that no model is believed backwards.
 *
 * <p><i>logit p = b + &sum; w<sub>i</sub> max(0, logit p<sub>i</sub> &minus; m<sub>i</sub>)</i>, with m<sub>i</sub> what model i says of healthy
 * devices on average: to find a device healthier than that is no evidence. A model that abstains adds nothing, which is the least that
 * any may add, so that missing data never raises the result.
 *
 * @param intercept b, in log-odds
 * @param weights w, one a model, at least 0
 * @param centres m, one a model, in log-odds
 */
@SuppressWarnings("ArrayRecordComponent")
record Stack(double intercept, double[] weights, double[] centres) {

    private static final int STEPS = 400;

    /** Pulls weights towards 0: as strong as this share of the rows. */
    private static final double RIDGE = 1e-3;

    /** Beyond this a model's certainty is not believed: about 1 in 1,100. */
    private static final double EDGE = 7;

    /**
     * Fits by projected gradient descent with momentum; deterministic.
     *
     * @param opinions one row a moment, one column a model; not a number where a model abstained
     * @param happened whether the device failed within the horizon
     */
    static Stack fit(List<double[]> opinions, boolean[] happened) {
        int models = opinions.get(0).length;
        double[] centres = centres(opinions, happened, models);
        double[][] rows = opinions.stream().map(row -> centred(row, centres)).toArray(double[][]::new);
        double[] weights = new double[models];
        java.util.Arrays.fill(weights, 1.0 / models);
        double[] velocity = new double[models + 1];
        double intercept = 0;
        double step = 1 / curvature(rows);
        for (int i = 0; i < STEPS; i++) {
            double[] gradient = gradient(rows, happened, intercept, weights);
            for (int m = 0; m < models; m++) {
                velocity[m] = 0.9 * velocity[m] - step * gradient[m];
                weights[m] = Math.max(0, weights[m] + velocity[m]);
            }
            velocity[models] = 0.9 * velocity[models] - step * gradient[models];
            intercept += velocity[models];
        }
        return new Stack(intercept, weights, centres);
    }

    private static double[] centres(List<double[]> opinions, boolean[] happened, int models) {
        double[] sum = new double[models];
        int[] count = new int[models];
        for (int i = 0; i < happened.length; i++) {
            for (int m = 0; m < models; m++) {
                double opinion = opinions.get(i)[m];
                if (!happened[i] && !Double.isNaN(opinion)) {
                    sum[m] += bounded(opinion);
                    count[m]++;
                }
            }
        }
        for (int m = 0; m < models; m++) {
            sum[m] = count[m] == 0 ? 0 : sum[m] / count[m];
        }
        return sum;
    }

    private static double[] centred(double[] opinions, double[] centres) {
        double[] row = new double[opinions.length];
        for (int m = 0; m < row.length; m++) {
            row[m] = Double.isNaN(opinions[m]) ? 0 : over(opinions[m], centres[m]);
        }
        return row;
    }

    private static double over(double opinion, double centre) {
        return Math.max(0, bounded(opinion) - centre);
    }

    private static double bounded(double probability) {
        return Math.max(-EDGE, Math.min(EDGE, Logits.logit(probability)));
    }

    /** A quarter of the largest eigenvalue of the mean outer product is at most a quarter of its trace. */
    private static double curvature(double[][] rows) {
        double trace = 1;
        for (double[] row : rows) {
            for (double value : row) {
                trace += value * value / rows.length;
            }
        }
        return trace / 4;
    }

    private static double[] gradient(double[][] rows, boolean[] happened, double intercept, double[] weights) {
        double[] gradient = new double[weights.length + 1];
        for (int i = 0; i < rows.length; i++) {
            double error = (Logits.sigmoid(sum(rows[i], intercept, weights)) - (happened[i] ? 1 : 0)) / rows.length;
            for (int m = 0; m < weights.length; m++) {
                gradient[m] += error * rows[i][m];
            }
            gradient[weights.length] += error;
        }
        for (int m = 0; m < weights.length; m++) {
            gradient[m] += RIDGE * weights[m];
        }
        return gradient;
    }

    private static double sum(double[] row, double intercept, double[] weights) {
        double sum = intercept;
        for (int m = 0; m < weights.length; m++) {
            sum += weights[m] * row[m];
        }
        return sum;
    }

    /** The merged probability; not a number stands for a model that abstains. */
    double merge(double[] opinions) {
        return Logits.sigmoid(sum(centred(opinions, centres), intercept, weights));
    }

    /** How much a model moves the merged log-odds for this opinion, compared with its opinion of a healthy device. */
    double pull(int model, double opinion) {
        return Double.isNaN(opinion) ? 0 : weights[model] * over(opinion, centres[model]);
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(intercept);
        out.writeInt(weights.length);
        for (int m = 0; m < weights.length; m++) {
            out.writeDouble(weights[m]);
            out.writeDouble(centres[m]);
        }
    }

    static Stack read(DataInput in, int models) throws IOException {
        double intercept = in.readDouble();
        int size = in.readInt();
        if (size != models) {
            throw new IOException("weights of " + size + " models, but there are " + models);
        }
        double[] weights = new double[size];
        double[] centres = new double[size];
        for (int m = 0; m < size; m++) {
            weights[m] = in.readDouble();
            centres[m] = in.readDouble();
        }
        return new Stack(intercept, weights, centres);
    }
}
