package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.EpochNanos;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All signals of one node that have a tolerance, in the order of the tolerances. */
final class NodeSignals {

    /** Reasons that account for less are not told. */
    private static final double MIN_CONTRIBUTION = 0.01;

    private static final List<Evidence> NO_EVIDENCE = List.of();
    private static final List<Opinion> NOTHING_KNOWN = List.of(Opinion.abstained(TrendPredictor.NAME));

    /** What almost every component of almost every node gets: made once. */
    private static final List<Opinion> NOTHING_UNUSUAL = List.of(new Opinion(TrendPredictor.NAME, 0, false));

    private final String node;
    private final int number;
    private final TrendSettings settings;
    private final List<Signal> signals = new ArrayList<>();
    private final List<Component> components = new ArrayList<>();

    /** @param number of this node among its peers, from 0 */
    NodeSignals(String node, int number, TrendSettings settings) {
        this.node = node;
        this.number = number;
        this.settings = settings;
        settings.tolerances().forEach(tolerance -> {
            signals.add(new Signal(tolerance, settings));
            components.add(tolerance.metric().component().orElseThrow());
        });
    }

    int number() {
        return number;
    }

    void observe(TelemetryFrame frame) {
        long time = EpochNanos.of(frame.at());
        for (int i = 0; i < signals.size(); i++) {
            Double value = frame.values().get(settings.tolerances().get(i).metric());
            if (value != null) {
                signals.get(i).observe(time, value);
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
        for (int i = 0; i < peers.length; i++) {
            Signal signal = signals.get(i);
            boolean fresh = signal.isFresh(now);
            peers[i].set(number, fresh ? signal.level() : Double.NaN);
            until = fresh ? Math.min(until, signal.freshUntil()) : until;
        }
        return until;
    }

    /** Whether all signals stay silent whatever the peers show, so that only this node's own telemetry can change its predictions. */
    boolean isQuiet(PeerLevels[] peers) {
        for (int i = 0; i < peers.length; i++) {
            if (asks(i, peers)) {
                return false;
            }
        }
        return true;
    }

    /** Marks the signals for which it has to see what the peers show. */
    void ask(PeerLevels[] peers, boolean[] asked) {
        for (int i = 0; i < peers.length; i++) {
            asked[i] |= asks(i, peers);
        }
    }

    /** A quiet signal needs no look at the peers, which is what costs. */
    private boolean asks(int i, PeerLevels[] peers) {
        double level = peers[i].get(number);
        Signal signal = signals.get(i);
        return !Double.isNaN(level) && signal.isWarm() && !signal.isQuiet(level);
    }

    Prediction predict(Component component, Instant now, PeerLevels[] peers) {
        List<SignalReading> speaking = new ArrayList<>();
        boolean known = false;
        for (int i = 0; i < peers.length; i++) {
            Signal signal = signals.get(i);
            double level = peers[i].get(number);
            if (components.get(i) != component || Double.isNaN(level) || !signal.isWarm()) {
                continue;
            }
            known = true;
            double others = asks(i, peers) ? peers[i].upperWithout(level) : Double.NaN;
            SignalReading reading = signal.read(level, others);
            if (reading.distance() > 0) {
                speaking.add(reading);
            }
        }
        return combine(component, now, speaking, !known);
    }

    private Prediction combine(Component component, Instant now, List<SignalReading> speaking, boolean abstained) {
        double noFailure = 1;
        double sum = 0;
        double distance = 0;
        for (SignalReading reading : speaking) {
            noFailure *= 1 - reading.probability();
            sum += reading.probability();
            distance = Math.max(distance, reading.distance());
        }
        double probability = 1 - noFailure;
        double health = 100 * noFailure * (1 - distance / 2);
        List<Evidence> evidence = speaking.isEmpty() ? NO_EVIDENCE : evidence(speaking, sum);
        List<Opinion> own = abstained ? NOTHING_KNOWN : opinions(probability);
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
                abstained);
    }

    private List<Evidence> evidence(List<SignalReading> speaking, double sum) {
        return speaking.stream()
                .filter(reading -> reading.probability() > MIN_CONTRIBUTION * sum)
                .sorted(Comparator.comparingDouble(SignalReading::probability).reversed())
                .map(reading -> new Evidence(
                        reading.tolerance().metric(),
                        EvidenceText.of(reading),
                        reading.probability() / sum,
                        reading.course(settings.horizon())))
                .toList();
    }

    private static List<Opinion> opinions(double probability) {
        return probability == 0 ? NOTHING_UNUSUAL : List.of(new Opinion(TrendPredictor.NAME, probability, false));
    }
}
