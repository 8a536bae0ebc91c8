package io.lifeboat.engine.prediction;

import io.lifeboat.engine.cluster.Component;
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
    private static final Opinion NOTHING_KNOWN = Opinion.abstained(TrendPredictor.NAME);

    private final String node;
    private final TrendSettings settings;
    private final List<Signal> signals = new ArrayList<>();
    private final double[] levels;

    NodeSignals(String node, TrendSettings settings) {
        this.node = node;
        this.settings = settings;
        settings.tolerances().forEach(tolerance -> signals.add(new Signal(tolerance, settings)));
        this.levels = new double[signals.size()];
    }

    void observe(TelemetryFrame frame) {
        long time = TrendPredictor.nanos(frame.at());
        for (int i = 0; i < signals.size(); i++) {
            Double value = frame.values().get(settings.tolerances().get(i).metric());
            if (value != null) {
                signals.get(i).observe(time, value);
            }
        }
    }

    /** Measures the levels of all fresh signals, and tells the peers. */
    void measure(long now, PeerLevels[] peers) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = signals.get(i).isFresh(now) ? signals.get(i).level() : Double.NaN;
            if (!Double.isNaN(levels[i])) {
                peers[i].add(levels[i]);
            }
        }
    }

    Prediction predict(Component component, Instant now, PeerLevels[] peers) {
        List<SignalReading> speaking = new ArrayList<>();
        boolean known = false;
        for (int i = 0; i < levels.length; i++) {
            Signal signal = signals.get(i);
            Component of = settings.tolerances().get(i).metric().component().orElseThrow();
            if (of != component || Double.isNaN(levels[i]) || !signal.isWarm()) {
                continue;
            }
            known = true;
            SignalReading reading = signal.read(levels[i], peers[i].upperWithout(levels[i]));
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
        Opinion own = abstained ? NOTHING_KNOWN : new Opinion(TrendPredictor.NAME, probability, false);
        return new Prediction(
                node,
                component,
                now,
                settings.horizon(),
                probability,
                Interval.UNKNOWN,
                health,
                evidence,
                List.of(own),
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
}
