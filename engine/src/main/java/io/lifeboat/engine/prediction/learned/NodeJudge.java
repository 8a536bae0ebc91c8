package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Deferred;
import io.lifeboat.engine.prediction.Evidence;
import io.lifeboat.engine.prediction.NodePriors;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.Prior;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges one component of one node with what was learned. */
final class NodeJudge {

    private final Merger merger;
    private final NodeFeatures node;
    private final ShadowedOpinions opinions;
    private final NodePriors priors;

    NodeJudge(Merger merger, NodeFeatures node, List<Tolerance> tolerances, NodePriors priors) {
        this.merger = merger;
        this.node = node;
        this.priors = priors;
        this.opinions = new ShadowedOpinions(merger, node, tolerances);
    }

    /** How far the models are believed now. */
    Gate gate(long nanos, Prediction trend) {
        ComponentModel model = merger.model();
        return Gate.of(node, model.members().component(), model.covered(), trend, nanos);
    }

    /** Whether the models have to be asked. Mostly not: while nothing has risen and the rules see nothing, they do not count. */
    boolean asks(Gate gate) {
        return merger.learns() || !gate.isBlind() && !gate.isClosed();
    }

    /**
     * What the trained models and the rules say together. Rules speak in full of signals that never moved in training.
     *
     * @param trend what the rules say, maybe since an earlier time
     * @param gate of now
     * @return null if there is nothing to go by but the rules
     */
    @Nullable
    Prediction judge(Instant now, PeerTable peers, Prediction trend, Gate gate) {
        ComponentModel model = merger.model();
        Component component = model.members().component();
        Duration horizon = model.members().horizon();
        if (gate.isBlind()) {
            return null;
        }
        long nanos = EpochNanos.of(now);
        ComponentView view = ComponentView.of(node, component, nanos, peers);
        Said said = opinions.at(nanos, view, trend, !peers.isLarge());
        double merged = asks(gate) ? merger.probability(node.node(), now, said.all()) : 0;
        Prior prior = priors.of(component, now, horizon, model.failureRate());
        double unshifted = gate.probability(merged);
        double probability = prior.floored(gate.probability(prior.shifted(merged)));
        List<Evidence> reasons = new Deferred<>(new Reasons(model, view, trend), Reasons::evidence);
        return new Prediction(
                node.node(),
                component,
                now,
                horizon,
                probability,
                prior.shifted(
                                unshifted == 0
                                        ? merger.atRest()
                                        : model.merge().reliability().interval(unshifted))
                        .widen(gate.missing()),
                Math.min(100 * (1 - probability), trend.abstained() ? 100 : trend.health()),
                prior == Prior.NONE ? reasons : new Deferred<>(() -> prior.told(reasons, probability)),
                new Deferred<>(said, Said::told),
                prior.shifted(merger.guarantee()),
                false,
                unshifted == 0
                        ? Optional.empty()
                        : opinions.remaining(nanos, trend)
                                .map(estimate -> model.life().calibrated(estimate, horizon)));
    }
}
