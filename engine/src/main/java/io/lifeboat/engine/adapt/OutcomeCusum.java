package io.lifeboat.engine.adapt;

/**
 * Page's test of outcomes against the probabilities that were claimed for them: a risk-adjusted CUSUM of the log-likelihood ratio
 * between "the odds are double (or half) what is claimed" and "as claimed" (Steiner et al., "Monitoring surgical performance using
 * risk-adjusted cumulative sum charts", Biostatistics 2000). Nothing is estimated, so that a model that is wrong from its first day is
 * found too. If the claims are true, false alarms are at least e to the evidence outcomes apart on average (Lorden 1971).
 */
public final class OutcomeCusum {

    private static final double LEAST = 1e-6;

    private final double evidence;
    private double tooFewClaimed;
    private double tooManyClaimed;

    /** @param evidence in nats, above 0 */
    public OutcomeCusum(double evidence) {
        if (!(evidence > 0)) {
            throw new IllegalArgumentException("evidence (%s) must be above 0.".formatted(evidence));
        }
        this.evidence = evidence;
    }

    /** Takes the next outcome; true if it gives the alarm, after which the test starts afresh. */
    public boolean add(double claimed, boolean failed) {
        tooFewClaimed = Math.max(0, tooFewClaimed + ratio(claimed, failed, 2));
        tooManyClaimed = Math.max(0, tooManyClaimed + ratio(claimed, failed, 0.5));
        boolean alarm = Math.max(tooFewClaimed, tooManyClaimed) > evidence;
        if (alarm) {
            tooFewClaimed = 0;
            tooManyClaimed = 0;
        }
        return alarm;
    }

    /** The log-likelihood ratio when the odds are so many times what is claimed. */
    private static double ratio(double claimed, boolean failed, double odds) {
        double p = Math.max(LEAST, Math.min(1 - LEAST, claimed));
        return (failed ? Math.log(odds) : 0) - Math.log1p((odds - 1) * p);
    }
}
