package io.lifeboat.engine;

import io.lifeboat.engine.alert.Thresholds;
import io.lifeboat.engine.prediction.Prediction;
import java.util.ArrayList;
import java.util.List;

/** The nodes in the order of the predictions, with what was last predicted of each, so that one of which nothing changed is passed by. */
final class JudgedNodes {

    /** One node. */
    static final class Judged {
        final String node;
        List<Prediction> predictions = List.of();
        Thresholds thresholds;

        /** The version of {@link NodeThresholds} that the thresholds are of. */
        int version;

        /** Whether its alerts stay as they are until predictions or thresholds change. */
        boolean rests;

        private Judged(String node, Thresholds thresholds) {
            this.node = node;
            this.thresholds = thresholds;
        }
    }

    /** Hears of each node in a round. */
    interface Visitor {
        /** @param changed whether anything else is predicted than in the last round */
        void visit(Judged node, boolean changed);
    }

    private final NodeThresholds thresholds;
    private final List<Judged> inOrder = new ArrayList<>();

    JudgedNodes(NodeThresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** @param predictions by node */
    void round(List<Prediction> predictions, Visitor visitor) {
        int place = 0;
        for (int from = 0; from < predictions.size(); place++) {
            Judged judged = at(place, predictions, from);
            boolean changed = !stands(judged, place, predictions, from);
            if (changed) {
                judged.predictions = List.copyOf(predictions.subList(from, end(predictions, from)));
            }
            if (judged.version != thresholds.version()) {
                judged.version = thresholds.version();
                Thresholds now = thresholds.of(judged.node);
                judged.rests &= now.equals(judged.thresholds);
                judged.thresholds = now;
            }
            visitor.visit(judged, changed);
            from += judged.predictions.size();
        }
        inOrder.subList(place, inOrder.size()).clear();
    }

    /** The node at a place. Predictors keep their order; should one not, the place is another node's from now on. */
    private Judged at(int place, List<Prediction> predictions, int from) {
        Judged judged = place < inOrder.size() ? inOrder.get(place) : null;
        if (judged != null && judged.predictions.get(0) == predictions.get(from)) {
            return judged;
        }
        String node = predictions.get(from).node();
        if (judged != null && judged.node.equals(node)) {
            return judged;
        }
        Judged other = new Judged(node, thresholds.of(node));
        if (judged == null) {
            inOrder.add(other);
        } else {
            inOrder.set(place, other);
        }
        return other;
    }

    /** Whether the very same predictions, and no others, are made of the node as in the last round. */
    private boolean stands(Judged judged, int place, List<Prediction> predictions, int from) {
        int to = from + judged.predictions.size();
        if (from == to || to > predictions.size()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (predictions.get(i) != judged.predictions.get(i - from)) {
                return false;
            }
        }
        return to == predictions.size() || isAnother(judged, place + 1, predictions.get(to));
    }

    private boolean isAnother(Judged judged, int next, Prediction prediction) {
        return next < inOrder.size() && inOrder.get(next).predictions.get(0) == prediction
                || !prediction.node().equals(judged.node);
    }

    private static int end(List<Prediction> predictions, int from) {
        String node = predictions.get(from).node();
        int to = from + 1;
        while (to < predictions.size() && predictions.get(to).node().equals(node)) {
            to++;
        }
        return to;
    }
}
