package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is seen of one component of one node at one moment: what the models see, and what is told in words. Never changes. */
final class ComponentView {

    /**
     * Stands for what is missing: less than any value, so that models which never get less worried by more say nothing worse of it than of
     * whatever it may be.
     */
    static final float ABSENT = -1e30f;

    private static final int PER_METRIC = SignalFeatures.NAMES.length;
    private static final int RISE = 1;

    private final List<Metric> metrics;

    private final PeersShown shown;

    /**
     * What {@link SignalFeatures#write} writes of each signal, not a number where the signal is missing. One array: it lives as long as the
     * prediction, and of most nobody asks for more.
     */
    private final double[] seen;

    private ComponentView(List<Metric> metrics, PeersShown shown) {
        this.metrics = metrics;
        this.shown = shown;
        this.seen = new double[metrics.size() * PER_METRIC];
    }

    /** To be looked at once the peers' levels are settled. */
    static ComponentView of(NodeFeatures node, Component component, long nanos, PeerTable peers) {
        List<Metric> metrics = node.metrics(component);
        ComponentView view = new ComponentView(metrics, peers.shown());
        for (int i = 0; i < metrics.size(); i++) {
            SignalFeatures signal = node.known(metrics.get(i), nanos);
            if (signal == null) {
                view.seen[i * PER_METRIC] = Double.NaN;
            } else {
                signal.write(view.seen, i * PER_METRIC);
            }
        }
        return view;
    }

    /** One row for the models of the component, {@link #ABSENT} where a signal is missing. */
    float[] row() {
        float[] row = new float[seen.length];
        for (int from = 0; from < row.length; from += PER_METRIC) {
            if (isAbsent(from)) {
                Arrays.fill(row, from, from + PER_METRIC, ABSENT);
            } else {
                write(row, from);
            }
        }
        return row;
    }

    private void write(float[] row, int from) {
        for (int i = from; i < from + PER_METRIC; i++) {
            row[i] = (float) seen[i];
        }
        double peers = peers(from);
        // Without peers the node's own normal stands for them.
        row[from + SignalFeatures.OVER_PEERS] = (float) (Double.isNaN(peers) ? seen[from + RISE] : seen[from] - peers);
    }

    private boolean isAbsent(int from) {
        return Double.isNaN(seen[from]);
    }

    /** The level of a signal of the component, not a number if it is missing. */
    double level(Metric metric) {
        return seen[from(metric)];
    }

    /** How far it is above the node's own history. */
    double rise(Metric metric) {
        return seen[from(metric) + RISE];
    }

    /** What the peers show of it, not a number without peers. */
    double peers(Metric metric) {
        return isAbsent(from(metric)) ? 0 : peers(from(metric));
    }

    private double peers(int from) {
        return shown.upperWithout(metrics.get(from / PER_METRIC), seen[from]);
    }

    /** Adds to each signal what its features contribute; those that are missing contribute nothing that could be told. */
    void share(double[] contributions, double weight, Map<Metric, Double> to) {
        for (int feature = 0; feature < seen.length; feature++) {
            if (!isAbsent(feature - feature % PER_METRIC)) {
                to.merge(metrics.get(feature / PER_METRIC), weight * contributions[feature], Double::sum);
            }
        }
    }

    private int from(Metric metric) {
        return metrics.indexOf(metric) * PER_METRIC;
    }
}
