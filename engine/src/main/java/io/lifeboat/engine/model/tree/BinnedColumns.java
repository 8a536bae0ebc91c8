package io.lifeboat.engine.model.tree;

import java.util.Arrays;

/** Every column cut into at most 254 bins of about equal mass; one more bin holds what is missing. Immutable. */
final class BinnedColumns {

    static final int MAX_BINS = 254;
    static final int MISSING = 255;

    private final byte[][] bins;
    private final float[][] edges;

    BinnedColumns(float[][] columns, Workers workers) {
        bins = new byte[columns.length][];
        edges = new float[columns.length][];
        workers.run(columns.length, f -> {
            edges[f] = edges(columns[f]);
            bins[f] = bin(columns[f], edges[f]);
        });
    }

    int features() {
        return bins.length;
    }

    int rows() {
        return bins[0].length;
    }

    byte[] column(int feature) {
        return bins[feature];
    }

    /** Bin {@code b} holds values up to and including {@code edge(f, b)}; the last bin has no edge. */
    float edge(int feature, int bin) {
        return edges[feature][bin];
    }

    int bins(int feature) {
        return edges[feature].length + 1;
    }

    private static float[] edges(float[] column) {
        float[] sorted = column.clone();
        Arrays.sort(sorted); // NaN last
        int present = sorted.length;
        while (present > 0 && Float.isNaN(sorted[present - 1])) {
            present--;
        }
        float[] found = new float[MAX_BINS - 1];
        int count = 0;
        int distinct = distinct(sorted, present);
        double mass = distinct <= MAX_BINS ? 0 : (double) present / MAX_BINS;
        double next = mass;
        for (int i = 1; i < present && count < found.length; i++) {
            if (sorted[i] > sorted[i - 1] && i >= next) {
                found[count++] = between(sorted[i - 1], sorted[i]);
                next = Math.max(next + mass, i + mass * 0.5);
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int distinct(float[] sorted, int present) {
        int distinct = present == 0 ? 0 : 1;
        for (int i = 1; i < present; i++) {
            distinct += sorted[i] > sorted[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    private static float between(float low, float high) {
        float middle = (float) (((double) low + high) / 2);
        return middle < high ? middle : low; // neighbouring floats have nothing between them
    }

    private static byte[] bin(float[] column, float[] edges) {
        byte[] binned = new byte[column.length];
        for (int row = 0; row < column.length; row++) {
            binned[row] = (byte) (Float.isNaN(column[row]) ? MISSING : firstNotBelow(edges, column[row]));
        }
        return binned;
    }

    private static int firstNotBelow(float[] edges, float value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= edges[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
