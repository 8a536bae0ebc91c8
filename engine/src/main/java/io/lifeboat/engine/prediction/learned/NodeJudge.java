package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Deferred;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.NodePriors;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.Prior;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.EpochNanos;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges one component of one node with what was learned. */
final class NodeJudge {

    private final Merger merger;
    private ComponentModel model;
    private final NodeFeatures node;
    private final ShadowedOpinions opinions;
    private final NodePriors priors;

    NodeJudge(Merger merger, NodeFeatures node, List<Tolerance> tolerances, NodePriors priors) {
        this.merger = merger;
        this.model = merger.model();
        this.node = node;
        this.priors = priors;
        this.opinions = new ShadowedOpinions(merger, node, tolerances);
    }

    /**
     * What the trained models and the rules say together. Rules speak in full of signals that never moved in training.
     *
     * @param trend what the rules say
     */
    Prediction judge(Instant now, PeerTable peers, Prediction trend) {
        model = merger.model();
        long nanos = EpochNanos.of(now);
        double missing = Gate.missing(node, model.members().component(), model.covered(), nanos);
        if (missing == 1) {
            return priors.with(trend);
        }
        ComponentView view = ComponentView.of(node, model.members().component(), nanos, peers);
        Said said = opinions.at(nanos, view.row(), trend, !peers.isLarge());
        Gate gate = Gate.of(node, model.members().component(), model.covered(), trend, nanos);
        // Mostly the models are not asked: while nothing has risen and the rules see nothing, they do not count.
        boolean ask = !gate.isClosed() || merger.learns();
        double merged = ask ? merger.probability(node.node(), now, said.all()) : 0;
        Prior prior =
                priors.of(model.members().component(), now, model.members().horizon(), model.failureRate());
        double unshifted = gate.probability(merged);
        double probability = prior.floored(gate.probability(prior.shifted(merged)));
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
                unshifted == 0 ? Optional.empty() : remaining(nanos, trend));
    }

    private Optional<RemainingLife> remaining(long nanos, Prediction trend) {
        return opinions.remaining(nanos, trend)
                .map(estimate ->
                        model.life().calibrated(estimate, model.members().horizon()));
    }
}
