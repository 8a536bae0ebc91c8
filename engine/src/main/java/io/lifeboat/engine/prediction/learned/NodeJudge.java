package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Deferred;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.NodePriors;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.Prior;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges one component of one node with what was learned. */
final class NodeJudge {

    /** In seconds: the slowest probe, that of the disk, reports twice a second. */
    private static final double PERSISTENCE = 0.8;

    private final Merger merger;
    private ComponentModel model;
    private final NodeFeatures node;
    private final NodeOpinions opinions;
    private final NodePriors priors;

    NodeJudge(Merger merger, NodeFeatures node, List<Tolerance> tolerances, NodePriors priors) {
        this.merger = merger;
        this.model = merger.model();
        this.node = node;
        this.priors = priors;
        this.opinions = new NodeOpinions(model.members(), node, tolerances);
    }

    /**
     * What the trained models and the rules say together. Rules speak in full of signals that never moved in training.
     *
     * @param trend what the rules say
     */
    Prediction judge(Instant now, PeerTable peers, Prediction trend) {
        model = merger.model();
        long nanos = EpochNanos.of(now);
        double missing = missing(nanos);
        if (missing == 1) {
            return priors.with(trend);
        }
        ComponentView view = ComponentView.of(node, model.members().component(), nanos, peers);
        Said said = opinions.at(nanos, view.row(), trend, !peers.isLarge());
        Prior prior =
                priors.of(model.members().component(), now, model.members().horizon(), model.failureRate());
        double learned = learned(now, said, trend);
        double byRule = trend.probability() == 0 ? 0 : trend.probability() * shareOutsideTraining(trend);
        double unshifted = 1 - (1 - learned) * (1 - byRule);
        double probability = prior.floored(1 - (1 - prior.shifted(learned)) * (1 - byRule));
        List<Evidence> reasons = new Deferred<>(new Reasons(model, view, trend)::evidence);
        return new Prediction(
                node.node(),
                model.members().component(),
                now,
                model.members().horizon(),
                probability,
                prior.shifted(model.merge().reliability().interval(unshifted)).widen(missing),
                Math.min(100 * (1 - probability), trend.abstained() ? 100 : trend.health()),
                prior == Prior.NONE ? reasons : new Deferred<>(() -> prior.told(reasons, probability)),
                new Deferred<>(said::told),
                prior.shifted(merger.guarantee()),
                false,
                learned == 0 && byRule == 0 ? Optional.empty() : remaining(nanos, trend));
    }

    private Optional<RemainingLife> remaining(long nanos, Prediction trend) {
        return opinions.remaining(nanos, trend)
                .map(estimate ->
                        model.life().calibrated(estimate, model.members().horizon()));
    }

    /** While nothing has risen for long enough, what the models say counts up to what the rules say: mostly, nothing. */
    private double learned(Instant now, Said said, Prediction trend) {
        boolean risen = hasRisen(EpochNanos.of(now));
        if (!risen && trend.probability() == 0 && !merger.learns()) {
            return 0;
        }
        double merged = merger.probability(node.node(), now, said.all());
        return risen ? merged : Math.min(merged, trend.probability());
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
                        .mapToDouble(Evidence::contribution)
                        .sum());
    }
}
