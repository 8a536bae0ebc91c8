package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Cadence;
import java.time.Duration;
import java.util.List;

/**
 * Settings of the {@link TrendPredictor}. All windows are lengths of time, not numbers of samples.
 *
 * @param horizon how far ahead a crossing is predicted
 * @param window over which level and slope are measured
 * @param quarantine how old a sample must be, with nothing suspicious since, until it is learned as normal
 * @param warmUp how much normal history a signal needs before it may speak
 * @param persistence how long a rise must last until it counts
 * @param staleAfter a component without data newer than this is abstained on
 * @param tolerances at most one per metric
 * @param cadence on whose clock all times are; they are told in real time
 */
public record TrendSettings(
        Duration horizon,
        Duration window,
        Duration quarantine,
        Duration warmUp,
        Duration persistence,
        Duration staleAfter,
        List<Tolerance> tolerances,
        Cadence cadence) {

    public TrendSettings {
        tolerances = List.copyOf(tolerances);
        requirePositive("horizon", horizon);
        requirePositive("window", window);
        requirePositive("quarantine", quarantine);
        requirePositive("warmUp", warmUp);
        requirePositive("persistence", persistence);
        requirePositive("staleAfter", staleAfter);
        if (tolerances.stream().map(Tolerance::metric).distinct().count() != tolerances.size()) {
            throw new IllegalArgumentException("tolerances (%s) must name each metric once.".formatted(tolerances));
        }
    }

    /** Settings for live telemetry. */
    public TrendSettings(
            Duration horizon,
            Duration window,
            Duration quarantine,
            Duration warmUp,
            Duration persistence,
            Duration staleAfter,
            List<Tolerance> tolerances) {
        this(horizon, window, quarantine, warmUp, persistence, staleAfter, tolerances, Cadence.LIVE);
    }

    /** Horizon 10 s, window 1.5 s, quarantine 1.5 s, warm-up 1 s, persistence 0.4 s, stale after 1 s. */
    public static TrendSettings defaults() {
        return new TrendSettings(
                Duration.ofSeconds(10),
                Duration.ofMillis(1500),
                Duration.ofMillis(1500),
                Duration.ofSeconds(1),
                Duration.ofMillis(400),
                Duration.ofSeconds(1),
                Tolerance.defaults());
    }

    /** These settings with another horizon. */
    public TrendSettings withHorizon(Duration other) {
        return new TrendSettings(other, window, quarantine, warmUp, persistence, staleAfter, tolerances, cadence);
    }

    /** These settings with other tolerances. */
    public TrendSettings withTolerances(List<Tolerance> others) {
        return new TrendSettings(horizon, window, quarantine, warmUp, persistence, staleAfter, others, cadence);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("%s (%s) must be positive.".formatted(name, value));
        }
    }
}
