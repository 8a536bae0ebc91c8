package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.telemetry.Metric;
import java.util.List;
import java.util.Set;

/**
 * How far the models of one component of one node are believed at one moment, and what the rules say of signals that the models do not
 * know. The same in training, so that what is calibrated and promised is what is said.
 *
 * @param missing the share of the signals of this component seen in training that are missing; 1 if there is none: then the rules speak
 *     alone
 * @param risen whether a signal has been above the noise for so long that more than one sample of it has said so
 * @param rules what the rules say; while nothing has risen the models count up to that
 * @param outside what the rules say of signals that never moved in training
 */
record Gate(double missing, boolean risen, double rules, double outside) {

    /** In seconds, between the first and the last sample that shows it: the slowest probe, that of the disk, reports twice a second. */
    private static final double PERSISTENCE = 0.8;

    private static final int HALVINGS = 40;

    /** The models are believed, and nothing else is known. */
    static final Gate OPEN = new Gate(0, true, 0, 0);

    static Gate of(NodeFeatures node, Component component, Set<Metric> covered, Prediction trend, long nanos) {
        double missing = missing(node, component, covered, nanos);
        return missing == 1
                ? new Gate(missing, false, 0, trend.probability())
                : new Gate(missing, hasRisen(node, component, nanos), trend.probability(), outside(covered, trend));
    }

    private static double missing(NodeFeatures node, Component component, Set<Metric> covered, long nanos) {
        int wanted = 0;
        int missing = 0;
        for (Metric metric : node.metrics(component)) {
            if (covered.contains(metric)) {
                wanted++;
                missing += node.known(metric, nanos) == null ? 1 : 0;
            }
        }
        return wanted == 0 ? 1 : missing / (double) wanted;
    }

    private static boolean hasRisen(NodeFeatures node, Component component, long nanos) {
        for (Metric metric : node.metrics(component)) {
            SignalFeatures signal = node.known(metric, nanos);
            if (signal != null && signal.risenFor() >= PERSISTENCE) {
                return true;
            }
        }
        return false;
    }

    /** Whether no model has anything to go by. */
    boolean isBlind() {
        return missing == 1;
    }

    /** Whether what the models say does not matter. */
    boolean isClosed() {
        return !risen && rules == 0;
    }

    /** What is said in the end. */
    double probability(double merged) {
        double learned = risen ? merged : Math.min(merged, rules);
        return 1 - (1 - learned) * (1 - outside);
    }

    /**
     * What the rules say of the signals outside training alone: 1 &minus; &prod;(1 &minus; c<sub>i</sub> s) over these, where c are the
     * shares of all signals and s, the sum of their probabilities, solves the same equation over all of them.
     */
    private static double outside(Set<Metric> covered, Prediction trend) {
        if (trend.probability() == 0) {
            return 0;
        }
        List<Evidence> evidence = trend.evidence();
        List<Evidence> others =
                evidence.stream().filter(one -> !covered.contains(one.metric())).toList();
        if (others.isEmpty() || others.size() == evidence.size()) {
            return others.isEmpty() ? 0 : trend.probability();
        }
        double low = 0;
        double high = 1 / evidence.get(0).contribution();
        for (int i = 0; i < HALVINGS; i++) {
            double sum = (low + high) / 2;
            if (noisyOr(evidence, sum) < trend.probability()) {
                low = sum;
            } else {
                high = sum;
            }
        }
        return noisyOr(others, low);
    }

    private static double noisyOr(List<Evidence> evidence, double sum) {
        double none = 1;
        for (Evidence one : evidence) {
            none *= 1 - one.contribution() * sum;
        }
        return 1 - none;
    }
}
