package io.lifeboat.engine.alert;

import java.time.Duration;

/**
 * How noisy probabilities become one stable alert.
 *
 * @param onSamples a tier is entered after so many predictions in a row at or above its threshold; at least 1
 * @param offRatio a tier counts as left below this share of its threshold, above 0 and at most 1
 * @param offAfter how long the probability must stay there until the alert is lowered or cleared
 * @param minDwell how long an alert stays open at least
 * @param flapHalfLife time in which the flap penalty halves; each alert adds 1000 to it, above 2000 alerts are held open
 *     until it is below 750 (the figures of RFC 2439)
 */
public record AlertSettings(
        int onSamples, double offRatio, Duration offAfter, Duration minDwell, Duration flapHalfLife) {

    public AlertSettings {
        if (onSamples < 1) {
            throw new IllegalArgumentException("onSamples (%d) must be at least 1.".formatted(onSamples));
        }
        if (!(offRatio > 0 && offRatio <= 1)) {
            throw new IllegalArgumentException("offRatio (%s) must be above 0 and at most 1.".formatted(offRatio));
        }
        if (offAfter.isNegative() || minDwell.isNegative() || flapHalfLife.isNegative() || flapHalfLife.isZero()) {
            throw new IllegalArgumentException(
                    "offAfter (%s) and minDwell (%s) must not be negative, flapHalfLife (%s) must be positive."
                            .formatted(offAfter, minDwell, flapHalfLife));
        }
    }

    /** On after 3 predictions, off after 2 s below half the threshold, open for 3 s at least, half-life 60 s. */
    public static AlertSettings defaults() {
        return new AlertSettings(3, 0.5, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(60));
    }
}
