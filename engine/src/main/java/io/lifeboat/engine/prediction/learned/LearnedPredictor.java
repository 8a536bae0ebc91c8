package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Predicts failures with models trained from a history, per component, and with rules where nothing was learned.
 *
 * <p>For one component of one node: gradient boosting and a random forest over {@linkplain FeatureSpace features} of its own signals,
 * surprise against the own history, a random cut forest, forecasts of when a tolerance is crossed, and the
 * {@link TrendPredictor} give an {@link io.lifeboat.engine.prediction.Opinion} each. {@link Stack} merges those that were
 * given, Platt scaling fitted on later runs calibrates the result, a conformal threshold says what it promises, and Wilson's
 * interval how well it is known. Signals that never moved in training count as the rules see them:
 * <i>p = 1 &minus; (1 &minus; p<sub>learned</sub>)(1 &minus; p<sub>rules on those</sub>)</i>. Health is <i>100 (1 &minus;
 * p)</i>, or the rules' if that is lower. A component without a model, or without fresh data of any signal its model knows, is
 * judged by the rules alone, without guarantee. Missing telemetry widens the interval and never raises a probability.
 *
 * <p>A prediction is computed again when the node has reported since the last one, and twice a second in any case, so that silence is
 * noticed; until then the last one is returned as it was. Not thread-safe.
 */
public final class LearnedPredictor implements FailurePredictor {

    private static final Component[] COMPONENTS = Component.values();

    private final Map<Component, Merger> mergers;
    private final TrendPredictor trend;
    private final List<Tolerance> tolerances;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<NodeFeatures> features = new ArrayList<>();
    private final PeerTable peers = new PeerTable();

    /** A node and its judges, one a component that something was learned of. */
    private static final class Node {
        private final NodeFeatures features;
        private final @Nullable NodeJudge[] judges = new NodeJudge[COMPONENTS.length];
        private List<Prediction> last = List.of();
        private long stands = Long.MIN_VALUE;

        private Node(String name, Map<Component, Merger> mergers, List<Tolerance> tolerances) {
            features = new NodeFeatures(name, tolerances);
            for (Component component : COMPONENTS) {
                Merger merger = mergers.get(component);
                judges[component.ordinal()] = merger == null ? null : new NodeJudge(merger, features, tolerances);
            }
        }
    }

    /** A predictor with the default tolerances. */
    public LearnedPredictor(LearnedModels models) {
        this(models, TrendSettings.defaults());
    }

    /** @param rules what the rules and forecasts go by */
    public LearnedPredictor(LearnedModels models, TrendSettings rules) {
        this(fixed(models), rules);
    }

    /** A predictor that merges as told, for those components that there is a merger of. */
    LearnedPredictor(Map<Component, Merger> mergers, TrendSettings rules) {
        this.mergers = mergers;
        this.trend = new TrendPredictor(rules);
        this.tolerances = rules.tolerances();
    }

    private static Map<Component, Merger> fixed(LearnedModels models) {
        Map<Component, Merger> mergers = new EnumMap<>(Component.class);
        for (Component component : COMPONENTS) {
            ComponentModel model = models.of(component);
            if (model != null) {
                mergers.put(component, Merger.fixed(model));
            }
        }
        return mergers;
    }

    @Override
    public void observe(TelemetryFrame frame) {
        trend.observe(frame);
        nodes.computeIfAbsent(frame.node(), this::added).features.observe(frame);
    }

    private Node added(String name) {
        Node node = new Node(name, mergers, tolerances);
        features.add(node.features);
        return node;
    }

    @Override
    public List<Prediction> predict(Instant now) {
        long nanos = EpochNanos.of(now);
        List<Prediction> byRule = trend.predict(now);
        peers.refresh(nanos, features);
        List<Prediction> predictions = new ArrayList<>(byRule.size());
        int i = 0;
        for (Node node : nodes.values()) {
            List<Prediction> rules = byRule.subList(i, i += COMPONENTS.length);
            if (node.features.takeChanged() || nanos >= node.stands) {
                node.last = judge(node, now, rules);
                node.stands = nanos + NodeFeatures.STALE_NANOS / 2;
            }
            predictions.addAll(node.last);
        }
        return predictions;
    }

    private List<Prediction> judge(Node node, Instant now, List<Prediction> rules) {
        List<Prediction> judged = new ArrayList<>(COMPONENTS.length);
        for (int i = 0; i < COMPONENTS.length; i++) {
            NodeJudge judge = node.judges[i];
            judged.add(judge == null ? rules.get(i) : judge.judge(now, peers, rules.get(i)));
        }
        return judged;
    }
}
