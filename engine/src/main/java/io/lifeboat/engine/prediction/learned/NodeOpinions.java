package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.Metric;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        double[] said = {
            calibrated(ownHistory.score(nanos), members.ownHistory()),
            forest ? calibrated(randomCut.score(nanos), members.randomCut()) : Double.NaN,
            crossings.probability(nanos),
            trend.abstained() ? Double.NaN : trend.probability()
        };
        @Nullable Metric[] about = {ownHistory.about(), randomCut.about(), crossings.about(), about(trend)};
        return new Said(members, view, said, about);
    }

    private static @Nullable Metric about(Prediction trend) {
        return trend.probability() == 0 || trend.evidence().isEmpty()
                ? null
                : trend.evidence().get(0).metric();
    }

    /** How long the component still works, by the forecasts, or else by the rules; what is told by neither is empty. */
    Optional<RemainingLife> remaining(long nanos, Prediction trend) {
        return crossings.remaining(nanos).or(trend::remainingLife);
    }

    private static double calibrated(double score, Calibration calibration) {
        return Double.isNaN(score) ? Double.NaN : calibration.apply(Unusual.claim(score));
    }
}
