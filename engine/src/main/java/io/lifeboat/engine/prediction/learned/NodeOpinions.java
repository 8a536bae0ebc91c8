package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.Metric;
import java.util.List;
import java.util.Optional;

/** What the models of one component say of one node, with what they need to remember of it. */
final class NodeOpinions {

    private final Members members;
    private final Unusual ownHistory;
    private final Unusual randomCut;
    private final Crossings crossings;

    NodeOpinions(Members members, NodeFeatures node, List<Tolerance> tolerances) {
        this.members = members;
        List<Metric> metrics = node.metrics(members.component());
        this.ownHistory = Unusual.ownHistory(node, metrics);
        this.randomCut = Unusual.randomCut(node, metrics);
        this.crossings = new Crossings(node, members, tolerances);
    }

    /**
     * What they say now. To be asked at each judgement, since some of them remember what they have seen.
     *
     * @param forest whether the random cut forest may speak: it is the most costly of all
     */
    Said at(long nanos, ComponentView view, Prediction trend, boolean forest) {
        Judgement own = ownHistory.judge(nanos);
        Judgement cut = forest ? randomCut.judge(nanos) : Judgement.NONE;
        crossings.forecast(nanos);
        return new Said(members, view, trend, own, cut, crossings);
    }

    /** How long the component still works, by the forecasts, or else by the rules; what is told by neither is empty. */
    Optional<RemainingLife> remaining(long nanos, Prediction trend) {
        return crossings.remaining(nanos).or(trend::remainingLife);
    }
}
