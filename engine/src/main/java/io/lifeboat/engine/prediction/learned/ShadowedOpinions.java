package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.RemainingLife;
import io.lifeboat.engine.prediction.Tolerance;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the models in use say of one component of one node, and those in their shadow, which see the same. A challenger that takes over goes on
 * with what it has seen of the node by then.
 */
final class ShadowedOpinions {

    private final Merger merger;
    private final NodeFeatures node;
    private final List<Tolerance> tolerances;
    private Members members;
    private NodeOpinions opinions;
    private @Nullable Members shadowMembers;
    private @Nullable NodeOpinions shadow;

    ShadowedOpinions(Merger merger, NodeFeatures node, List<Tolerance> tolerances) {
        this.merger = merger;
        this.node = node;
        this.tolerances = tolerances;
        this.members = merger.model().members();
        this.opinions = new NodeOpinions(members, node, tolerances);
    }

    /** As {@link NodeOpinions#at}. */
    Said at(long nanos, ComponentView view, Prediction trend, boolean forest) {
        if (merger.model().members() != members) {
            succeed(merger.model().members());
        }
        shadow(nanos, view, trend, forest);
        return opinions.at(nanos, view, trend, forest);
    }

    /** As {@link NodeOpinions#remaining}, of those in use. */
    Optional<RemainingLife> remaining(long nanos, Prediction trend) {
        return opinions.remaining(nanos, trend);
    }

    private void succeed(Members successors) {
        opinions =
                shadow != null && shadowMembers == successors ? shadow : new NodeOpinions(successors, node, tolerances);
        members = successors;
        shadow = null;
        shadowMembers = null;
    }

    private void shadow(long nanos, ComponentView view, Prediction trend, boolean forest) {
        ComponentModel challenger = merger.challenger();
        if (challenger == null) {
            shadow = null;
            shadowMembers = null;
            return;
        }
        if (shadow == null || shadowMembers != challenger.members()) {
            shadow = new NodeOpinions(challenger.members(), node, tolerances);
            shadowMembers = challenger.members();
        }
        merger.challenged(node.node(), quietly(challenger, shadow, nanos, view, trend, forest));
    }

    private static double quietly(
            ComponentModel challenger,
            NodeOpinions shadow,
            long nanos,
            ComponentView view,
            Prediction trend,
            boolean forest) {
        try {
            double claim = challenger
                    .merge()
                    .probability(shadow.at(nanos, view, trend, forest).all());
            return claim >= 0 && claim <= 1 ? claim : Double.NaN;
        } catch (RuntimeException e) {
            // Nothing in the shadow has consequences; that it broke is found at the label.
            return Double.NaN;
        }
    }
}
