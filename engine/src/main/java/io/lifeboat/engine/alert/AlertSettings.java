package io.lifeboat.engine.alert;

import java.time.Duration;

/**
 * How noisy probabilities become one stable alert.
 *
 * @param onSamples a tier is entered after so many predictions in a row at or above its threshold; at least 1
 * @param evidence a tier is also entered, and held, once so much evidence has piled up against its threshold, in nats times
 *     seconds; positive. See {@link StableLevel}
 * @param allowance evidence taken off per second, in nats: what is only just at the threshold piles up nothing; not negative
 * @param offRatio a tier counts as left below this share of its threshold, above 0 and at most 1
 * @param offAfter how long the probability must stay there until the alert is lowered or cleared
 * @param minDwell how long an alert stays open at least
 * @param refractory for so long after an alert was cleared a new one needs a higher probability than the old one ever had;
 *     zero lets it ring again at once
 * @param flapHalfLife time in which the flap penalty halves; each alert adds 1000 to it, above 2000 alerts are held open
 *     until it is below 750 (the figures of RFC 2439)
 */
public record AlertSettings(
        int onSamples,
        double evidence,
        double allowance,
        double offRatio,
        Duration offAfter,
        Duration minDwell,
        Duration refractory,
        Duration flapHalfLife) {

    public AlertSettings {
        if (onSamples < 1) {
            throw new IllegalArgumentException("onSamples (%d) must be at least 1.".formatted(onSamples));
        }
        if (!(evidence > 0) || !(allowance >= 0)) {
            throw new IllegalArgumentException(
                    "evidence (%s) must be positive and allowance (%s) must not be negative.%nMaybe write 1.5 and 0.25."
                            .formatted(evidence, allowance));
        }
        if (!(offRatio > 0 && offRatio <= 1)) {
            throw new IllegalArgumentException("offRatio (%s) must be above 0 and at most 1.".formatted(offRatio));
        }
        requireNotNegative("offAfter", offAfter);
        requireNotNegative("minDwell", minDwell);
        requireNotNegative("refractory", refractory);
        if (flapHalfLife.isNegative() || flapHalfLife.isZero()) {
            throw new IllegalArgumentException("flapHalfLife (%s) must be positive.".formatted(flapHalfLife));
        }
    }

    /**
     * On after 3 predictions or 1.5 nat s of evidence less 0.25 nat a second, off after 2 s below half the threshold, open for 3 s
     * at least, refractory for 5 s, half-life 60 s.
     */
    public static AlertSettings defaults() {
        return new AlertSettings(
                3,
                1.5,
                0.25,
                0.5,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60));
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("%s (%s) must not be negative.".formatted(name, value));
        }
    }
}
