package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Opinion;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Judges one component of one node with what was learned. */
final class NodeJudge {

    /** In seconds: the slowest probe, that of the disk, reports twice a second. */
    private static final double PERSISTENCE = 0.8;

    private final Merger merger;
    private ComponentModel model;
    private final List<String> names;
    private final NodeFeatures node;
    private final NodeOpinions opinions;
    private Reasons reasons;

    NodeJudge(Merger merger, NodeFeatures node, List<Tolerance> tolerances) {
        this.merger = merger;
        this.model = merger.model();
        this.names = model.members().names();
        this.node = node;
        this.opinions = new NodeOpinions(model.members(), node, tolerances);
        this.reasons = new Reasons(model, node);
    }

    /**
     * What the trained models and the rules say together. Rules speak in full of signals that never moved in training.
     *
     * @param trend what the rules say
     */
    Prediction judge(Instant now, PeerTable peers, Prediction trend) {
        refresh();
        long nanos = EpochNanos.of(now);
        double missing = missing(nanos);
        if (missing == 1) {
            return trend;
        }
        float[] row = node.row(model.members().component(), nanos, peers);
        double[] said = opinions.of(nanos, row, trend);
        double merged = merger.probability(node.node(), now, said);
        double learned = hasRisen(nanos) ? merged : Math.min(merged, trend.probability());
        double byRule = trend.probability() * shareOutsideTraining(trend);
        double probability = 1 - (1 - learned) * (1 - byRule);
        return new Prediction(
                node.node(),
                model.members().component(),
                now,
                model.members().horizon(),
                probability,
                model.merge().reliability().interval(probability).widen(missing),
                Math.min(100 * (1 - probability), trend.abstained() ? 100 : trend.health()),
                reasons.of(nanos, row, peers, trend),
                told(said),
                merger.guarantee(),
                false);
    }

    private void refresh() {
        ComponentModel current = merger.model();
        if (current != model) {
            model = current;
            reasons = new Reasons(current, node);
        }
    }

    /** Whether any signal has been above the noise for long enough that more than one probe of it has said so. */
    private boolean hasRisen(long nanos) {
        for (Metric metric : FeatureSpace.metrics(model.members().component())) {
            SignalFeatures signal = node.known(metric, nanos);
            if (signal != null && signal.risenFor() >= PERSISTENCE) {
                return true;
            }
        }
        return false;
    }

    /** The share of the signals of this component seen in training that are missing now; 1 if there is none. */
    private double missing(long nanos) {
        int wanted = 0;
        int missing = 0;
        for (Metric metric : FeatureSpace.metrics(model.members().component())) {
            if (model.covered().contains(metric)) {
                wanted++;
                missing += node.known(metric, nanos) == null ? 1 : 0;
            }
        }
        return wanted == 0 ? 1 : missing / (double) wanted;
    }

    private double shareOutsideTraining(Prediction trend) {
        return Math.min(
                1,
                trend.evidence().stream()
                        .filter(evidence -> !model.covered().contains(evidence.metric()))
                        .mapToDouble(io.lifeboat.engine.prediction.Evidence::contribution)
                        .sum());
    }

    private List<Opinion> told(double[] said) {
        List<Opinion> told = new ArrayList<>(said.length);
        for (int i = 0; i < said.length; i++) {
            told.add(
                    Double.isNaN(said[i])
                            ? Opinion.abstained(names.get(i))
                            : new Opinion(names.get(i), Math.max(0, Math.min(1, said[i])), false));
        }
        return told;
    }
}
