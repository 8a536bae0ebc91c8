package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Interval;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How often devices failed that were given about the same probability, and so how far a probability can be trusted. Moments of
 * one device are not independent: each bin counts devices, not moments.
 *
 * @param edges upper ends of the bins, rising, the last one 1
 * @param devices how many devices were seen in each bin
 * @param failed how many of them failed within the horizon
 */
@SuppressWarnings("ArrayRecordComponent")
record Reliability(double[] edges, int[] devices, int[] failed) {

    private static final int BINS = 8;

    /** Two-sided 90 %. */
    private static final double Z = 1.6449;

    /**
     * @param device an id of the device of each moment
     */
    static Reliability fit(double[] probability, boolean[] happened, int[] device) {
        Integer[] order = IntStream.range(0, probability.length)
                .filter(i -> probability[i] > 0.01)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probability[i]))
                .toArray(Integer[]::new);
        double[] edges = new double[BINS];
        edges[0] = 0.01;
        edges[BINS - 1] = 1;
        for (int bin = 1; bin < BINS - 1; bin++) {
            edges[bin] = order.length == 0
                    ? edges[0] + (1 - edges[0]) * bin / (BINS - 1)
                    : probability[order[(int) ((long) order.length * bin / (BINS - 1))]];
        }
        int[] devices = new int[BINS];
        int[] failed = new int[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            Set<Integer> all = new HashSet<>();
            Set<Integer> bad = new HashSet<>();
            for (int i = 0; i < probability.length; i++) {
                if (bin(edges, probability[i]) == bin) {
                    all.add(device[i]);
                    if (happened[i]) {
                        bad.add(device[i]);
                    }
                }
            }
            devices[bin] = all.size();
            failed[bin] = bad.size();
        }
        return new Reliability(edges, devices, failed);
    }

    private static int bin(double[] edges, double probability) {
        int bin = 0;
        while (bin < edges.length - 1 && probability > edges[bin]) {
            bin++;
        }
        return bin;
    }

    /**
     * Where a probability may as well lie: Wilson's interval at 90 % (Wilson, "Probable inference", 1927) with as many observations as
     * devices were seen in its bin.
     */
    Interval interval(double probability) {
        double n = devices[bin(edges, probability)];
        if (n == 0) {
            return Interval.UNKNOWN;
        }
        double centre = (probability + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(probability * (1 - probability) / n + Z * Z / (4 * n * n));
        return new Interval(
                Math.max(0, Math.min(probability, centre - half)), Math.min(1, Math.max(probability, centre + half)));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(edges.length);
        for (int bin = 0; bin < edges.length; bin++) {
            out.writeDouble(edges[bin]);
            out.writeInt(devices[bin]);
            out.writeInt(failed[bin]);
        }
    }

    static Reliability read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size != BINS) {
            throw new IOException(size + " bins of reliability instead of " + BINS);
        }
        double[] edges = new double[size];
        int[] devices = new int[size];
        int[] failed = new int[size];
        for (int bin = 0; bin < size; bin++) {
            edges[bin] = in.readDouble();
            devices[bin] = in.readInt();
            failed[bin] = in.readInt();
        }
        return new Reliability(edges, devices, failed);
    }
}
