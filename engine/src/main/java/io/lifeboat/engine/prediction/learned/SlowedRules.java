package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Cadence;
import java.time.Duration;
import java.util.List;

/**
 * Rules on the clock of a slower cadence, where every signal comes twice a second. A rise has to last for two reports, a trend is taken from eight,
 * and one or two that did not come do not silence a node.
 */
final class SlowedRules {

    private static final Duration WINDOW = Duration.ofSeconds(4);
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration PERSISTENCE = Duration.ofMillis(800);
    private static final Duration STALE = Duration.ofMillis(1600);

    private SlowedRules() {}

    /** @param rules in real time */
    static TrendSettings of(TrendSettings rules, Cadence cadence) {
        return cadence.isLive()
                ? rules
                : new TrendSettings(
                        cadence.slowed(rules.horizon()),
                        WINDOW,
                        WINDOW,
                        WARM_UP,
                        PERSISTENCE,
                        STALE,
                        rules.tolerances().stream()
                                .map(tolerance -> slowed(tolerance, cadence))
                                .toList(),
                        cadence);
    }

    /** The engine's own tolerances of events are meant for live agents: as many in a step are one event in so much longer. */
    private static Tolerance slowed(Tolerance tolerance, Cadence cadence) {
        List<Tolerance> own = Tolerance.defaults();
        return !tolerance.metric().unit().equals("1/s") || !own.contains(tolerance)
                ? tolerance
                : new Tolerance(
                        tolerance.metric(),
                        tolerance.limit() / cadence.factor(),
                        tolerance.direction(),
                        tolerance.noiseFloor() / cadence.factor(),
                        tolerance.weight());
    }
}
