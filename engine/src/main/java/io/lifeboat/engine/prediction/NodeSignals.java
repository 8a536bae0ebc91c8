package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All signals of one node that have a tolerance, in the order of the tolerances. */
final class NodeSignals implements Roster.Member {

    /** Reasons that account for less are not told. */
    private static final double MIN_CONTRIBUTION = 0.01;

    private static final List<Evidence> NO_EVIDENCE = List.of();
    private static final List<SignalReading> NO_READING = List.of();
    private static final List<Opinion> NOTHING_KNOWN = List.of(Opinion.abstained(TrendPredictor.NAME));

    /** What almost every component of almost every node gets: made once. */
    private static final List<Opinion> NOTHING_UNUSUAL = List.of(new Opinion(TrendPredictor.NAME, 0, false));

    private final String node;
    private int number;
    private final TrendSettings settings;
    private final NodePriors priors;
    private final Signal[] signals;
    private final Component[] components;

    /** Whether a signal is fresh and knows what is normal, as last measured. */
    private final boolean[] known;

    /** Whether it is known and stands out, so that it matters what the peers show: that is what costs. */
    private final boolean[] loud;

    /** @param number of this node among its peers, from 0 */
    NodeSignals(String node, int number, TrendSettings settings, NodePriors priors) {
        this.node = node;
        this.number = number;
        this.settings = settings;
        this.priors = priors;
        List<Tolerance> tolerances = settings.tolerances();
        this.signals = tolerances.stream()
                .map(tolerance -> new Signal(tolerance, settings))
                .toArray(Signal[]::new);
        this.components = tolerances.stream()
                .map(tolerance -> tolerance.metric().component().orElseThrow())
                .toArray(Component[]::new);
        this.known = new boolean[signals.length];
        this.loud = new boolean[signals.length];
    }

    @Override
    public String name() {
        return node;
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
        long time = EpochNanos.of(frame.at());
        for (Signal signal : signals) {
            Double value = frame.values().get(signal.metric());
            if (value != null) {
                signal.observe(time, value);
            }
        }
    }

    /**
     * Measures the levels of all fresh signals, and tells the peers.
     *
     * @return until when the levels stay as they are if nothing is observed
     */
    long measure(long now, PeerLevels[] peers) {
        long until = Long.MAX_VALUE;
        for (int i = 0; i < signals.length; i++) {
            Signal signal = signals[i];
            signal.forgetFuture(now);
            boolean fresh = signal.isFresh(now);
            double level = fresh ? signal.level() : Double.NaN;
            peers[i].set(number, level);
            until = fresh ? Math.min(until, signal.freshUntil()) : until;
            known[i] = fresh && signal.isWarm();
            loud[i] = known[i] && !signal.isQuiet(level);
        }
        return until;
    }

    /** Whether all signals stay silent whatever the peers show, so that only this node's own telemetry can change its predictions. */
    boolean isQuiet() {
        for (boolean each : loud) {
            if (each) {
                return false;
            }
        }
        return true;
    }

    /** Marks the signals for which it has to see what the peers show. */
    void ask(boolean[] asked) {
        for (int i = 0; i < loud.length; i++) {
            asked[i] |= loud[i];
        }
    }

    /**
     * To be called once after each {@link #measure}.
     *
     * @param last what was predicted before, to go on standing if nothing but the time is another; null for a new prediction in any case
     */
    Prediction predict(Component component, Instant now, PeerLevels[] peers, @Nullable Prediction last) {
        List<SignalReading> speaking = NO_READING;
        boolean anyKnown = false;
        for (int i = 0; i < signals.length; i++) {
            if (components[i] != component || !known[i]) {
                continue;
            }
            anyKnown = true;
            if (!loud[i]) {
                signals[i].calm();
                continue;
            }
            double level = peers[i].get(number);
            SignalReading reading = signals[i].read(level, peers[i].upperWithout(level));
            if (reading.distance() > 0) {
                speaking = speaking.isEmpty() ? new ArrayList<>() : speaking;
                speaking.add(reading);
            }
        }
        return last != null && speaking.isEmpty() && isAtRest(last) && last.abstained() != anyKnown
                ? last
                : priors.with(combine(component, now, speaking, !anyKnown));
    }

    /** Whether it is what is said while no signal speaks. */
    private static boolean isAtRest(Prediction prediction) {
        return prediction.probability() == 0
                && prediction.health() == 100
                && prediction.evidence().isEmpty();
    }

    private Prediction combine(Component component, Instant now, List<SignalReading> speaking, boolean abstained) {
        double noFailure = 1;
        double sum = 0;
        double distance = 0;
        for (int i = 0; i < speaking.size(); i++) {
            SignalReading reading = speaking.get(i);
            noFailure *= 1 - reading.probability();
            sum += reading.probability();
            distance = Math.max(distance, reading.distance());
        }
        double probability = 1 - noFailure;
        double health = 100 * noFailure * (1 - distance / 2);
        List<Evidence> evidence = speaking.isEmpty() ? NO_EVIDENCE : evidence(speaking, sum);
        List<Opinion> own = abstained ? NOTHING_KNOWN : opinions(probability, evidence);
        return new Prediction(
                node,
                component,
                now,
                settings.horizon(),
                probability,
                Interval.UNKNOWN,
                health,
                evidence,
                own,
                Guarantee.NONE,
                abstained,
                speaking.isEmpty() ? Optional.empty() : RemainingLife.of(speaking, settings.horizon()));
    }

    private List<Evidence> evidence(List<SignalReading> speaking, double sum) {
        return speaking.stream()
                .filter(reading -> reading.probability() > MIN_CONTRIBUTION * sum)
                .sorted(Comparator.comparingDouble(SignalReading::probability).reversed())
                .map(reading -> new Evidence(
                        reading.tolerance().metric(),
                        EvidenceText.of(reading, settings.cadence()),
                        reading.probability() / sum,
                        reading.course(settings.horizon())))
                .toList();
    }

    private static List<Opinion> opinions(double probability, List<Evidence> evidence) {
        return probability == 0
                ? NOTHING_UNUSUAL
                : List.of(new Opinion(
                        TrendPredictor.NAME,
                        probability,
                        false,
                        evidence.stream().map(Evidence::metric).findFirst()));
    }
}
