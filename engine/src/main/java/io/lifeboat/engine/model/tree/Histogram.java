package io.lifeboat.engine.model.tree;

/** Sums of first and second derivatives by feature and bin over the rows of one node. */
final class Histogram {

    private static final int WIDTH = 2 * (BinnedColumns.MISSING + 1);

    private final double[][] sums;

    private Histogram(double[][] sums) {
        this.sums = sums;
    }

    /** @param rows the node's rows are {@code rows[start..end-1]} */
    static Histogram build(
            BinnedColumns bins, Derivatives d, int[] rows, int start, int end, int[] features, Workers workers) {
        double[] gathered = new double[2 * (end - start)];
        for (int i = start; i < end; i++) {
            gathered[2 * (i - start)] = d.gradient()[rows[i]];
            gathered[2 * (i - start) + 1] = d.hessian()[rows[i]];
        }
        double[][] sums = new double[bins.features()][];
        workers.run(features.length, i -> {
            byte[] column = bins.column(features[i]);
            double[] sum = new double[WIDTH];
            for (int k = start; k < end; k++) {
                int at = 2 * (column[rows[k]] & 0xff);
                sum[at] += gathered[2 * (k - start)];
                sum[at + 1] += gathered[2 * (k - start) + 1];
            }
            sums[features[i]] = sum;
        });
        return new Histogram(sums);
    }

    /** What remains for the other child; this histogram itself becomes it, to spare the copy. */
    Histogram subtract(Histogram child, int[] features) {
        for (int feature : features) {
            double[] own = sums[feature];
            double[] other = child.sums[feature];
            for (int i = 0; i < own.length; i++) {
                own[i] -= other[i];
            }
        }
        return this;
    }

    double gradient(int feature, int bin) {
        return sums[feature][2 * bin];
    }

    double hessian(int feature, int bin) {
        return sums[feature][2 * bin + 1];
    }
}
