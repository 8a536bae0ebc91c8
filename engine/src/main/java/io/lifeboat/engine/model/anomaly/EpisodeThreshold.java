package io.lifeboat.engine.model.anomaly;

/**
 * A threshold of scores that follows a drift without being taught away by one long anomaly: adaptive conformal inference (Gibbs and
 * Candès 2021), α<sub>t+1</sub> = α<sub>t</sub> + γ(α &minus; err<sub>t</sub>), on the logarithm of the threshold, where only the
 * first row of an episode is an error. Every episode raises the threshold by γ, every row between episodes lowers it by
 * γα, so that in the long run an episode begins in one row of 1/α at most, whatever the scores do. Further alarms of an
 * episode raise it by γα/4, or else a new state above the threshold would never become the usual one. It never falls below what
 * training said. Not thread-safe.
 */
public final class EpisodeThreshold {

    private static final double RATE = 0.2;
    private static final double FURTHER_ALARM = 0.25;
    private static final int QUIET_ROWS_BETWEEN = 3;

    private final double start;
    private final double alpha;
    private double raised;
    private int quiet = QUIET_ROWS_BETWEEN;

    /**
     * Begins where training ended.
     *
     * @param start a score that healthy rows exceed with a chance of {@code alpha}, at least 0
     * @param alpha tolerated share of rows at which an episode begins, in (0, 1)
     */
    public EpisodeThreshold(double start, double alpha) {
        if (!(start >= 0) || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "start (%s) must be at least 0 and alpha (%s) between 0 and 1. Maybe alpha is in percent."
                            .formatted(start, alpha));
        }
        this.start = start;
        this.alpha = alpha;
    }

    /** The score above which the next row alarms. */
    public double now() {
        return start * Math.exp(raised);
    }

    /** Whether this score is an alarm under what came before it; then learns from it. */
    public boolean alarm(double score) {
        boolean alarm = score > now();
        if (alarm) {
            raised += quiet >= QUIET_ROWS_BETWEEN ? RATE : RATE * alpha * FURTHER_ALARM;
            quiet = 0;
        } else if (quiet < QUIET_ROWS_BETWEEN) {
            quiet++; // falling already would let a level at the threshold alarm at every second row
        } else {
            raised = Math.max(0, raised - RATE * alpha);
        }
        return alarm;
    }
}
