package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Deferred;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.EpochNanos;
import java.time.Instant;
import java.util.List;

/** Judges one component of one node with what was learned. */
final class NodeJudge {

    private final Merger merger;
    private ComponentModel model;
    private final NodeFeatures node;
    private final ShadowedOpinions opinions;

    NodeJudge(Merger merger, NodeFeatures node, List<Tolerance> tolerances) {
        this.merger = merger;
        this.model = merger.model();
        this.node = node;
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
            return trend;
        }
        ComponentView view = ComponentView.of(node, model.members().component(), nanos, peers);
        Said said = opinions.at(nanos, view.row(), trend, !peers.isLarge());
        Gate gate = Gate.of(node, model.members().component(), model.covered(), trend, nanos);
        // Mostly the models are not asked: while nothing has risen and the rules see nothing, they do not count.
        boolean ask = !gate.isClosed() || merger.learns();
        double probability = gate.probability(ask ? merger.probability(node.node(), now, said.all()) : 0);
        return new Prediction(
                node.node(),
                model.members().component(),
                now,
                model.members().horizon(),
                probability,
                model.merge().reliability().interval(probability).widen(missing),
                Math.min(100 * (1 - probability), trend.abstained() ? 100 : trend.health()),
                new Deferred<>(new Reasons(model, view, trend)::evidence),
                new Deferred<>(said::told),
                merger.guarantee(),
                false);
    }
}
