package io.lifeboat.engine.prediction;

import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a component goes on working if it is failing: the remaining useful life of prognostics.
 *
 * @param expected not negative
 * @param lowerBound what it does at least with 90 %; not negative, at most {@code expected}
 * @param guaranteed whether that bound was calibrated on failures: of devices that fail, and are like those calibrated on, nine in ten outlive
 *     every bound they are given. Otherwise it is what the forecast says of itself
 */
public record RemainingLife(Duration expected, Duration lowerBound, boolean guaranteed) {

    /** A trend may change by 30 %, as one standard deviation, see {@link TrendPredictor}; this is the 90th percentile. */
    private static final double FASTER = 1 + 0.3 * 1.2816;

    /** "At least 0 s" would sound like a promise. */
    private static final Duration WORTH_SAYING = Duration.ofMillis(100);

    public RemainingLife {
        if (lowerBound.isNegative() || expected.compareTo(lowerBound) < 0) {
            throw new IllegalArgumentException(
                    "lowerBound (%s) must not be negative nor above expected (%s).".formatted(lowerBound, expected));
        }
    }

    /** Such a life that nobody promises, in seconds. */
    public static RemainingLife estimated(double expected, double lowerBound) {
        return new RemainingLife(duration(expected), duration(Math.min(lowerBound, expected)), false);
    }

    /** That of the signal that reaches its tolerance first, if it goes on as it does; none from three horizons on. */
    static Optional<RemainingLife> of(Iterable<SignalReading> readings, Duration horizon) {
        double soonest = 3 * horizon.toNanos() / 1e9;
        boolean any = false;
        for (SignalReading reading : readings) {
            double left = reading.secondsLeft();
            if (reading.probability() > 0 && left < soonest) {
                soonest = left;
                any = true;
            }
        }
        return any ? Optional.of(estimated(soonest, soonest / FASTER)) : Optional.empty();
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000));
    }

    /** For a reader, such as "about 12 s left, at least 7 s (90 %)" or "about 3 s left, none promised". */
    public String words() {
        String about = "about " + DurationText.of(expected, RoundingMode.HALF_UP) + " left, ";
        if (lowerBound.compareTo(WORTH_SAYING) < 0) {
            return about + "none promised";
        }
        return about
                + "at least %s (90 %%%s)"
                        .formatted(
                                DurationText.of(lowerBound, RoundingMode.FLOOR), guaranteed ? "" : ", not guaranteed");
    }
}
