package io.lifeboat.junit.load;

/**
 * A rate that goes linearly from one value to another and then stays. Arrivals are found by inverting the expected
 * number of arrivals N(t), so that rounding never adds up.
 */
record RateProfile(double from, double to, double rampSeconds) {

    private static final double MOST = 100_000;

    static double checked(String what, double rate) {
        if (!(rate > 0 && rate <= MOST)) {
            throw new IllegalArgumentException(
                    "%s = %s must be more than 0 and at most 100000 requests a second. Maybe write 200."
                            .formatted(what, rate));
        }
        return rate;
    }

    /** The time at which so many arrivals are expected: the t of N(t) = count, in nanoseconds. */
    long nanosOf(double count) {
        double inRamp = rampSeconds * (from + to) / 2;
        if (count >= inRamp) {
            return Math.round((rampSeconds + (count - inRamp) / to) * 1e9);
        }
        // The solution of from*t + slope*t*t/2 = count that does not cancel when the slope is small.
        double slope = (to - from) / rampSeconds;
        double root = Math.sqrt(Math.max(0, from * from + 2 * slope * count));
        return Math.round(2 * count / (from + root) * 1e9);
    }
}
