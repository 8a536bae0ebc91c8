package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Predicts failures without any training, per component, from three comparisons of each signal that has a
 * {@link Tolerance}: with the node's own history, with its peers now, and with the tolerance.
 *
 * <p>For one signal, with <i>x</i> the level (mean of the newest 0.5 s without its highest sample), <i>b</i> and
 * <i>&sigma;<sub>b</sub></i> median and scaled MAD of the node's own normal history, <i>m</i> the upper quartile of the peers'
 * levels, <i>f</i> the noise floor, <i>L</i> the limit, <i>H</i> the horizon:
 *
 * <ul>
 *   <li>rise <i>r = min(x &minus; b, x &minus; m &minus; &frac12;(m &minus; b)) / max(f, 4&sigma;<sub>b</sub>)</i>. Below 1, or above it for less than
 *       the persistence, the signal is silent: what the peers show too is not this node's fault. Significance <i>g =
 *       S(r &minus; 1)</i>, with <i>S(y) = y&sup2;(3 &minus; 2y)</i> clamped to 0 and 1.
 *   <li>slope <i>s</i>: Theil-Sen over the window, shrunk by n/(n+2), multiplied by its steadiness (0 when a single step
 *       explains the rise) and by <i>S(s/&sigma;<sub>s</sub> &minus; &frac12;)</i>, with standard error <i>&sigma;<sub>s</sub> =
 *       &sigma;&radic;(12/n)/T</i> from the residuals' MAD.
 *   <li>crossing <i>P = &Phi;((x + sH &minus; L) / &radic;(H&sup2;(&sigma;<sub>s</sub>&sup2; + (0.3s)&sup2;) +
 *       (f/2)&sup2;))</i>: trends change, hence the 30 %.
 *   <li>distance <i>d = (x &minus; b)/(L &minus; b)</i> clamped to 0 and 1; alone it gives a hazard of 0.12 d&sup2;.
 *   <li>signal <i>p = w &middot; g &middot; max(P, 0.12 d&sup2;)</i>, with <i>w</i> the tolerance's weight.
 * </ul>
 *
 * <p>Component: <i>p = 1 &minus; &prod;(1 &minus; p<sub>i</sub>)</i> (noisy-or), health <i>= 100 (1 &minus; p)(1 &minus;
 * &frac12; max g d)</i>. The history learns a sample only once the quarantine has passed without anything suspicious, and
 * so never learns the fault. A signal that is stale, or has not enough normal history, is left out; a component without
 * any is abstained on with probability 0. Missing telemetry therefore never raises a probability.
 *
 * <p>Where the makers' data tell of the devices of a node, their prior is one signal more: <i>p = 1 &minus; (1 &minus;
 * p<sub>rules</sub>)(1 &minus; p<sub>prior</sub>)</i>, see {@link PriorHazards}.
 *
 * <p>References: Theil (1950), Sen (1968); own history and peers together as in Cruise Control's slow-broker detection.
 *
 * <p>Not thread-safe, but large fleets are judged on all processors, with the same result as on one. A tick costs what has changed: a node is judged again when it has reported, when one of its signals has
 * gone stale, and while a signal stands out, for then its peers matter. All others keep their last predictions, with the time
 * at which those were made. The peers' level is looked for once a tick and metric, in linear time, if a signal stands out.
 */
public final class TrendPredictor implements FailurePredictor {

    /** What its opinions are called. */
    public static final String NAME = "trend";

    private static final Component[] COMPONENTS = Component.values();

    private final TrendSettings settings;
    private final Roster<NodeSignals> nodes = new Roster<>();
    private final PeerLevels[] peers;
    private final Expiry judgements = new Expiry();
    private final Standing standing = new Standing();
    private final Arrivals arrivals = new Arrivals();
    private final NodeRanges ranges;
    private final PriorHazards priors;
    private final boolean renews;
    private long last = Long.MIN_VALUE;

    /** A predictor with the default settings. */
    public TrendPredictor() {
        this(TrendSettings.defaults());
    }

    public TrendPredictor(TrendSettings settings) {
        this(settings, new NodeRanges());
    }

    /** @param priors what is known of the devices: adds to what the rules say */
    public TrendPredictor(TrendSettings settings, PriorHazards priors) {
        this(settings, new NodeRanges(), priors);
    }

    /** @param ranges how the nodes are shared out to threads: the predictions are the same with any */
    public TrendPredictor(TrendSettings settings, NodeRanges ranges) {
        this(settings, ranges, PriorHazards.NONE);
    }

    private TrendPredictor(TrendSettings settings, NodeRanges ranges, PriorHazards priors) {
        this(settings, ranges, priors, true);
    }

    private TrendPredictor(TrendSettings settings, NodeRanges ranges, PriorHazards priors, boolean renews) {
        this.renews = renews;
        this.settings = settings;
        this.priors = priors;
        this.ranges = ranges;
        this.peers = new PeerLevels[settings.tolerances().size()];
        for (int i = 0; i < peers.length; i++) {
            peers[i] = new PeerLevels();
        }
    }

    /**
     * One for a predictor that asks the rules first, and only for what they say: while no signal of a node speaks its predictions stand as they are,
     * with the time at which they were first made. Internal to the engine's predictors.
     */
    public static TrendPredictor asked(TrendSettings settings, NodeRanges ranges) {
        return new TrendPredictor(settings, ranges, PriorHazards.NONE, false);
    }

    /** {@inheritDoc} A frame that is not newer than the last one of its node is left out. */
    @Override
    public void observe(TelemetryFrame frame) {
        NodeSignals known = nodes.find(frame.node());
        NodeSignals node = known != null ? known : add(frame.node());
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

    private NodeSignals add(String name) {
        NodeSignals node = new NodeSignals(name, nodes.size(), settings, NodePriors.of(name, priors));
        nodes.add(node);
        judgements.add();
        standing.add();
        for (PeerLevels metric : peers) {
            metric.add();
        }
        return node;
    }

    @Override
    public void forget(Collection<String> names) {
        takeIn();
        nodes.remove(names).ifPresent(kept -> {
            judgements.keep(kept);
            standing.keep(kept);
            for (PeerLevels metric : peers) {
                metric.keep(kept);
            }
        });
    }

    @Override
    public List<Prediction> predict(Instant now) {
        return judge(now).predictions();
    }

    /** As {@link #predict}, but what the next call changes, not a copy. Internal to the engine's predictors. */
    public Standing judge(Instant now) {
        long time = EpochNanos.of(now);
        if (time < last) {
            judgements.expireAll();
        }
        last = time;
        int[] expired = judgements.expired(time);
        boolean[] loud = new boolean[expired.length];
        ranges.run(expired.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                loud[i] = !look(now, time, expired[i]);
            }
        });
        arrivals.clear();
        // First all levels, then the judgements that go by them: nobody may see a peer's level of the tick before.
        settle(expired, loud);
        ranges.run(expired.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                if (loud[i]) {
                    judge(now, expired[i]);
                }
            }
        });
        return standing;
    }

    /**
     * Takes in and measures what arrived of a node, and judges it if it stays quiet whatever the peers show: all at once, as to fetch what is known of a
     * node from the memory costs more than to compute with it. Only while it does not stay quiet, it is judged again at each tick.
     *
     * @return whether it was judged
     */
    private boolean look(Instant now, long time, int number) {
        NodeSignals node = nodes.get(number);
        arrivals.takeIn(number, node::observe);
        long until = node.measure(time, peers);
        if (!node.isQuiet()) {
            judgements.expire(number);
            return false;
        }
        judgements.until(number, until);
        judge(now, number);
        return true;
    }

    /** Looks for what the peers show of those signals that some node will ask for: afterwards any number of threads may. */
    private void settle(int[] expired, boolean[] loud) {
        boolean[] asked = new boolean[peers.length];
        for (int i = 0; i < expired.length; i++) {
            if (loud[i]) {
                nodes.get(expired[i]).ask(asked);
            }
        }
        ranges.run(peers.length, nodes.size(), (from, to) -> {
            for (int metric = from; metric < to; metric++) {
                if (asked[metric]) {
                    peers[metric].settle();
                }
            }
        });
    }

    private void judge(Instant now, int number) {
        NodeSignals node = nodes.get(number);
        for (Component component : COMPONENTS) {
            Prediction stands = renews ? null : standing.find(number, component);
            Prediction next = node.predict(component, now, peers, stands);
            if (next != stands) {
                standing.set(number, component, next);
            }
        }
        standing.judged(number, now);
    }
}
