package io.lifeboat.engine.alert;

/**
 * Evidence that a probability is above a threshold for good, after Page, "Continuous inspection schemes" (Biometrika 1954): a
 * cumulative sum of log-odds, in nats times seconds, so that it does not depend on how often is predicted.
 *
 * <p><i>S &larr; clamp(S + (ln[p(1 &minus; &theta;) / ((1 &minus; p)&theta;)] &minus; k) &middot; &Delta;t, 0, 2h)</i>, with &theta;
 * the threshold, k the allowance, h the evidence that is enough, and one step no longer than h/2. What stays just below the
 * threshold therefore never piles up; what keeps crossing it upwards, further than it falls below, does. It saturates, so that an
 * alert that lasted long is no harder to end than a short one.
 */
final class Cusum {

    /** Left at this share of what is enough. */
    private static final double OFF = 0.4;

    private static final double SATURATION = 2;

    /** No single prediction proves more: nobody is that sure. */
    private static final double SURE = 0.999;

    private final double enough;
    private final double allowance;
    private double sum;

    Cusum(double enough, double allowance) {
        this.enough = enough;
        this.allowance = allowance;
    }

    void add(double seconds, double probability, double threshold) {
        double step = (logOdds(probability) - logOdds(threshold) - allowance) * seconds;
        double most = enough / 2;
        sum = clamp(sum + clamp(step, -most, most), 0, SATURATION * enough);
    }

    void clear() {
        sum = 0;
    }

    boolean isEmpty() {
        return sum == 0;
    }

    boolean isEnough() {
        return sum >= enough;
    }

    boolean isDrained() {
        return sum <= OFF * enough;
    }

    private static double logOdds(double probability) {
        double p = clamp(probability, 1 - SURE, SURE);
        return StrictMath.log(p / (1 - p));
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
