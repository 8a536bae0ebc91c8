package io.lifeboat.engine.prediction;

/**
 * A range of probabilities.
 *
 * @param low at least 0
 * @param high at least {@code low}, at most 1
 */
public record Interval(double low, double high) {

    /** Anything is possible. */
    public static final Interval UNKNOWN = new Interval(0, 1);

    public Interval {
        if (!(0 <= low && low <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "low (%s) and high (%s) must not decrease and lie within 0 and 1.".formatted(low, high));
        }
    }

    /**
     * This range drawn towards "anything is possible".
     *
     * @param doubt 0 leaves it as it is, 1 gives {@link #UNKNOWN}
     */
    public Interval widen(double doubt) {
        return doubt == 0 ? this : new Interval(low * (1 - doubt), high + (1 - high) * doubt);
    }
}
