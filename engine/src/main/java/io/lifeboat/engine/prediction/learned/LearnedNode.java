package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.NodePriors;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.Roster;
import io.lifeboat.engine.prediction.Standing;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A node and its judges, one a component that something was learned of. */
final class LearnedNode implements Roster.Member {

    private static final Component[] COMPONENTS = Component.values();

    private int number;
    private final NodeFeatures features;
    private final NodePriors priors;
    private final @Nullable NodeJudge[] judges = new NodeJudge[COMPONENTS.length];

    /** @param number of this node among its peers, from 0 */
    LearnedNode(
            String name,
            int number,
            Map<Component, Merger> mergers,
            TrendSettings rules,
            FeatureSpace space,
            PriorHazards hazards) {
        this.number = number;
        this.features = new NodeFeatures(name, rules, space, floors(mergers));
        this.priors = NodePriors.of(name, hazards);
        for (Component component : COMPONENTS) {
            Merger merger = mergers.get(component);
            judges[component.ordinal()] =
                    merger == null ? null : new NodeJudge(merger, features, rules.tolerances(), priors);
        }
    }

    private static Map<Metric, Double> floors(Map<Component, Merger> mergers) {
        Map<Metric, Double> floors = new EnumMap<>(Metric.class);
        mergers.values().forEach(merger -> floors.putAll(merger.model().floors()));
        return floors;
    }

    @Override
    public String name() {
        return features.node();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public void renumber(int now) {
        number = now;
    }

    void observe(TelemetryFrame frame) {
        features.observe(frame);
    }

    /** Shows its levels to the peers, and says until when they stay as they are if nothing is observed. */
    long measure(long nanos, PeerTable peers) {
        features.forgetFuture(nanos);
        return peers.measure(number, features, nanos);
    }

    /**
     * Judges all components.
     *
     * @param byRule what the rules say of all nodes
     * @param settled whether the peers' levels are known; if not, nothing is judged if a model has to be asked, for it sees them
     * @return whether it was judged
     */
    boolean judge(Instant now, PeerTable peers, Standing byRule, Standing standing, boolean settled) {
        long nanos = EpochNanos.of(now);
        @Nullable Gate[] gates = new Gate[COMPONENTS.length];
        for (int i = 0; i < gates.length; i++) {
            NodeJudge judge = judges[i];
            if (judge != null) {
                Gate gate = judge.gate(nanos, rules(byRule, COMPONENTS[i]));
                if (!settled && judge.asks(gate)) {
                    return false;
                }
                gates[i] = gate;
            }
        }
        for (int i = 0; i < gates.length; i++) {
            standing.set(number, COMPONENTS[i], judge(now, peers, byRule, COMPONENTS[i], gates[i]));
        }
        return true;
    }

    private Prediction judge(Instant now, PeerTable peers, Standing byRule, Component component, @Nullable Gate gate) {
        NodeJudge judge = judges[component.ordinal()];
        Prediction learned =
                judge == null || gate == null ? null : judge.judge(now, peers, rules(byRule, component), gate);
        return learned != null ? learned : priors.with(byRule.dated(number, component));
    }

    private Prediction rules(Standing byRule, Component component) {
        return Objects.requireNonNull(byRule.find(number, component));
    }
}
