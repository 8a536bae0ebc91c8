package io.lifeboat.engine.model.anomaly;

import java.util.Arrays;

/**
 * Compares nodes that do the same work by one metric: each dimension is a node, and a node is unusual when it is far from the
 * median of its peers, in units of their median absolute deviation. Two nodes in five may be unwell at once without
 * hiding each other; when more are, nobody knows who is the odd one out and the score stays low, as it should for a cause that
 * all share. Judges from the first row; remembers nothing.
 */
public final class PeerGroupDetector implements StreamingDetector {

    private static final int LEAST_PEERS = 4;
    private static final double GAUSSIAN = 1.4826;
    private static final double USUAL = 3.5;
    private static final double LEAST_SPREAD_SHARE = 0.02;

    private final int nodes;

    /** @param nodes how many nodes are compared, at least {@value #LEAST_PEERS} */
    public PeerGroupDetector(int nodes) {
        if (nodes < LEAST_PEERS) {
            throw new IllegalArgumentException(
                    "A peer group of %d nodes is too small: %d or more are needed to tell the odd one."
                            .formatted(nodes, LEAST_PEERS));
        }
        this.nodes = nodes;
    }

    @Override
    public int dimensions() {
        return nodes;
    }

    /** The score is the sum over nodes of the modified z-score beyond 3.5 (Iglewicz and Hoaglin, 1993). */
    @Override
    public Unusualness update(double[] row) {
        Rows.require(row, nodes);
        double[] present = Arrays.stream(row).filter(v -> !Double.isNaN(v)).toArray();
        if (present.length < LEAST_PEERS) {
            return Unusualness.abstain(nodes);
        }
        double median = median(present);
        double deviation =
                median(Arrays.stream(present).map(v -> Math.abs(v - median)).toArray());
        double spread = Math.max(GAUSSIAN * deviation, LEAST_SPREAD_SHARE * Math.abs(median) + 1e-9);
        double[] attribution = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            attribution[node] =
                    Double.isNaN(row[node]) ? 0 : Math.max(0, Math.abs(row[node] - median) / spread - USUAL);
        }
        return Unusualness.of(attribution);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
