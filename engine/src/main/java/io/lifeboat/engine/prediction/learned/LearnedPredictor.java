package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Arrivals;
import io.lifeboat.engine.prediction.Expiry;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.NodeRanges;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.Roster;
import io.lifeboat.engine.prediction.Standing;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts failures with models trained from a history, per component, and with rules where nothing was learned.
 *
 * <p>For one component of one node: gradient boosting and a random forest over {@linkplain FeatureSpace features} of its own signals,
 * surprise against the own history, a random cut forest, forecasts of when a tolerance is crossed, and the
 * {@link TrendPredictor} give an {@link io.lifeboat.engine.prediction.Opinion} each. {@link Stack} merges those that were
 * given, Platt scaling fitted on later runs calibrates the result, a conformal threshold says what it promises, and Wilson's
 * interval how well it is known. Signals that never moved in training count as the rules see them:
 * <i>p = 1 &minus; (1 &minus; p<sub>learned</sub>)(1 &minus; p<sub>rules on those</sub>)</i>; what is promised, and the interval, are of
 * this p. The rules look as far ahead as the models. Features go by the noise floors of the training, rules and forecasts by the tolerances given. Health is <i>100 (1 &minus;
 * p)</i>, or the rules' if that is lower. A component without a model, or without fresh data of any signal its model knows, is
 * judged by the rules alone, without guarantee. A signal that is missing widens the interval and never raises a
 * probability of its node: all that is learned rises with every signal, and what is missing is taken as lower than anything.
 *
 * <p>Models that were trained on telemetry that comes less often than twice a second run on the clock of its {@link Cadence}, and so need
 * such telemetry: with live agents every rise would look sudden.
 *
 * <p>Where the makers' data tell of the devices of a node ({@link PriorHazards}), the merged log-odds are shifted by how much more often these
 * fail than those that were learned from, if that is known, by at most 2, and the floor of the promise with them; no probability is then
 * below the prior's. Rules that speak alone are joined with the prior, see {@link TrendPredictor}.
 *
 * <p>A prediction is computed again when the node has reported since the last one, and twice in the time after which telemetry is stale in any
 * case, so that silence is noticed; until then the last one is returned as it was. While no signal of a component has risen and the rules see
 * nothing, its probability is 0 whatever the classifiers say: they are asked, as for reasons, when somebody looks. In a fleet of more than
 * 256 nodes the random cut forest abstains, for memory. Large fleets are judged on all processors, with the same result as on one. Not
 * thread-safe.
 */
public final class LearnedPredictor implements FailurePredictor {

    private static final Component[] COMPONENTS = Component.values();

    private final Map<Component, Merger> mergers;
    private final TrendPredictor trend;
    private final TrendSettings rules;
    private final FeatureSpace space;
    private final RealTime time;
    private final Roster<LearnedNode> nodes = new Roster<>();
    private final PeerTable peers;
    private final Expiry levels = new Expiry();
    private final Expiry judgements = new Expiry();
    private final Standing standing = new Standing();
    private final Arrivals arrivals = new Arrivals();
    private final NodeRanges ranges;
    private final PriorHazards priors;
    private long last = Long.MIN_VALUE;

    /** A predictor with the default tolerances. */
    public LearnedPredictor(LearnedModels models) {
        this(models, TrendSettings.defaults());
    }

    /** @param rules what the rules and forecasts go by */
    public LearnedPredictor(LearnedModels models, TrendSettings rules) {
        this(models, rules, PriorHazards.NONE);
    }

    /**
     * @param rules what the rules and forecasts go by
     * @param priors what is known of the devices, from their makers
     */
    public LearnedPredictor(LearnedModels models, TrendSettings rules, PriorHazards priors) {
        this(models, rules, priors, new NodeRanges());
    }

    /** A predictor that merges as told, for those components that there is a merger of. */
    LearnedPredictor(Map<Component, Merger> mergers, TrendSettings rules, PriorHazards priors) {
        this(mergers, rules.withHorizon(horizon(mergers, rules)), Cadence.LIVE, priors, new NodeRanges());
    }

    /** @param ranges how the nodes are shared out to threads: the predictions are the same with any */
    LearnedPredictor(LearnedModels models, TrendSettings rules, NodeRanges ranges) {
        this(models, rules, PriorHazards.NONE, ranges);
    }

    private LearnedPredictor(LearnedModels models, TrendSettings rules, PriorHazards priors, NodeRanges ranges) {
        this(
                fixed(models),
                SlowedRules.of(rules.withHorizon(horizon(models, rules)), models.cadence()),
                models.cadence(),
                slowed(priors, models.cadence()),
                ranges);
    }

    private LearnedPredictor(
            Map<Component, Merger> mergers,
            TrendSettings rules,
            Cadence cadence,
            PriorHazards priors,
            NodeRanges ranges) {
        this.mergers = mergers;
        this.priors = priors;
        this.rules = rules;
        this.trend = TrendPredictor.asked(rules, ranges);
        this.space = FeatureSpace.of(cadence);
        this.time = new RealTime(cadence);
        this.peers = new PeerTable(space);
        boolean learns = mergers.values().stream().anyMatch(Merger::learns);
        this.ranges = learns ? NodeRanges.one() : ranges;
    }

    /** Devices age in real time. */
    private static PriorHazards slowed(PriorHazards priors, Cadence cadence) {
        return cadence.isLive() || priors == PriorHazards.NONE
                ? priors
                : (node, component, at, horizon) -> priors.of(node, component, cadence.real(at), cadence.real(horizon));
    }

    /** Rules and models look equally far ahead: their probabilities are merged. */
    private static Duration horizon(LearnedModels models, TrendSettings rules) {
        return models.components().isEmpty() ? rules.horizon() : models.horizon();
    }

    private static Duration horizon(Map<Component, Merger> mergers, TrendSettings rules) {
        return mergers.values().stream()
                .map(merger -> merger.model().members().horizon())
                .findFirst()
                .orElse(rules.horizon());
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
    public void observe(TelemetryFrame real) {
        TelemetryFrame frame = space.cadence().slowed(real);
        trend.observe(frame);
        LearnedNode known = nodes.find(frame.node());
        LearnedNode node = known != null ? known : add(frame.node());
        levels.expire(node.number());
        judgements.expire(node.number());
        if (arrivals.add(node.number(), frame)) {
            takeIn();
        }
    }

    private void takeIn() {
        ranges.run(nodes.size(), (from, to) -> {
            for (int i = from; i < to; i++) {
                arrivals.takeIn(i, nodes.get(i)::observe);
            }
        });
        arrivals.clear();
    }

    private LearnedNode add(String name) {
        LearnedNode node = new LearnedNode(name, nodes.size(), mergers, rules, space, priors);
        nodes.add(node);
        peers.add();
        levels.add();
        judgements.add();
        standing.add();
        return node;
    }

    @Override
    public void forget(Collection<String> names) {
        trend.forget(names);
        takeIn();
        nodes.remove(names).ifPresent(kept -> {
            peers.keep(kept);
            levels.keep(kept);
            judgements.keep(kept);
            standing.keep(kept);
        });
    }

    @Override
    public List<Prediction> predict(Instant now) {
        return time.of(now, predictSlowed(space.cadence().slowed(now)));
    }

    private List<Prediction> predictSlowed(Instant now) {
        long nanos = EpochNanos.of(now);
        Standing byRule = trend.judge(now);
        if (nanos < last) {
            levels.expireAll();
            judgements.expireAll();
        }
        last = nanos;
        int[] changed = levels.expired(nanos);
        peers.begin();
        ranges.run(changed.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                look(now, nanos, changed[i], byRule);
            }
        });
        arrivals.clear();
        // First all levels, then the judgements that go by them: nobody may see a peer's level of the tick before.
        peers.settle(ranges);
        int[] due = judgements.expired(nanos);
        ranges.run(due.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                judge(now, nanos, due[i], byRule, true);
            }
        });
        return standing.predictions();
    }

    /**
     * Takes in and measures what arrived of a node, and judges it if that does not depend on the peers: all at once, as to fetch what is known of a node
     * from the memory costs more than to compute with it.
     */
    private void look(Instant now, long nanos, int number, Standing byRule) {
        LearnedNode node = nodes.get(number);
        arrivals.takeIn(number, node::observe);
        levels.until(number, node.measure(nanos, peers));
        if (judgements.isExpired(number, nanos)) {
            judge(now, nanos, number, byRule, false);
        }
    }

    private void judge(Instant now, long nanos, int number, Standing byRule, boolean settled) {
        if (nodes.get(number).judge(now, peers, byRule, standing, settled)) {
            judgements.until(number, nanos + rules.staleAfter().toNanos() / 2 - 1);
        }
    }
}
