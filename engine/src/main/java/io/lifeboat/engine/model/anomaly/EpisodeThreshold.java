package io.lifeboat.engine.model.anomaly;

/**
 * A threshold of scores that follows a drift without being taught away by one long anomaly: adaptive conformal inference (Gibbs and
 * Candès 2021) on the logarithm of the threshold, α<sub>t+1</sub> = α<sub>t</sub> + γ(α &minus; err<sub>t</sub>), where only the
 * first row of an episode is a whole error. Every episode raises the threshold by γ, every quiet row lowers it by
 * γα, so that in the long run there is about one episode in 1/α rows, whatever the scores do. Further rows of an episode raise it
 * by γα/4, or else a new state above the threshold would never become the usual one. It never falls below what training said.
 *
 * <p>Not thread-safe.
 */
public final class EpisodeThreshold {

    private static final double RATE = 0.2;
    private static final double FURTHER_ROW = 0.25;

    private final double start;
    private final double alpha;
    private double raised;
    private boolean alarmed;

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
        boolean began = alarmed;
        alarmed = score > now();
        if (alarmed) {
            raised += began ? RATE * alpha * FURTHER_ROW : RATE;
        } else {
            raised = Math.max(0, raised - RATE * alpha);
        }
        return alarmed;
    }
}
