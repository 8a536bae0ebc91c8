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

    private final List<Metric> metrics;
    private final float[] row;
    private final double[] levels;
    private final double[] rises;
    private final double[] peers;

    private ComponentView(List<Metric> metrics) {
        this.metrics = metrics;
        this.row = new float[metrics.size() * PER_METRIC];
        this.levels = new double[metrics.size()];
        this.rises = new double[metrics.size()];
        this.peers = new double[metrics.size()];
        Arrays.fill(row, ABSENT);
        Arrays.fill(levels, Double.NaN);
    }

    static ComponentView of(NodeFeatures node, Component component, long nanos, PeerTable peers) {
        List<Metric> metrics = node.metrics(component);
        ComponentView view = new ComponentView(metrics);
        for (int i = 0; i < metrics.size(); i++) {
            SignalFeatures signal = node.known(metrics.get(i), nanos);
            if (signal != null) {
                view.levels[i] = signal.level();
                view.rises[i] = signal.rise();
                view.peers[i] = peers.upperWithout(metrics.get(i), signal.level());
                signal.write(view.row, i * PER_METRIC, view.peers[i]);
            }
        }
        return view;
    }

    /** One row for the models of the component, {@link #ABSENT} where a signal is missing. Not to be changed. */
    float[] row() {
        return row;
    }

    /** The level of a signal of the component, not a number if it is missing. */
    double level(Metric metric) {
        return levels[index(metric)];
    }

    /** How far it is above the node's own history. */
    double rise(Metric metric) {
        return rises[index(metric)];
    }

    /** What the peers show of it, not a number without peers. */
    double peers(Metric metric) {
        return peers[index(metric)];
    }

    /** Adds to each signal what its features contribute; those that are missing contribute nothing that could be told. */
    void share(double[] contributions, double weight, Map<Metric, Double> to) {
        for (int feature = 0; feature < row.length; feature++) {
            if (row[feature] != ABSENT) {
                to.merge(metrics.get(feature / PER_METRIC), weight * contributions[feature], Double::sum);
            }
        }
    }

    private int index(Metric metric) {
        return metrics.indexOf(metric);
    }
}
