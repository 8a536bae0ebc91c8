package io.lifeboat.engine.adapt;

/**
 * The test of Page and Hinkley for a change of the mean, in both directions (Page, "Continuous inspection schemes", 1954; Hinkley
 * 1971): m<sub>t</sub> = Σ(x<sub>i</sub> &minus; x̄<sub>i</sub> &minus; δ), alarm if m<sub>t</sub> &minus; min m &gt; λ; for a fall
 * likewise with the sign turned. With noise of deviation σ the chance of an alarm at a stationary moment is of the order of
 * exp(&minus;2δλ/σ²).
 */
public final class PageHinkley implements DriftDetector {

    private static final int WARM_UP = 30;

    private final double delta;
    private final double lambda;
    private long count;
    private double mean;
    private double rise;
    private double fall;

    /**
     * @param delta change of the mean that is tolerated, in units of the values; at least 0
     * @param lambda how much evidence gives the alarm, in units of the values; above 0
     */
    public PageHinkley(double delta, double lambda) {
        if (!(delta >= 0) || !(lambda > 0)) {
            throw new IllegalArgumentException(
                    "delta (%s) must be at least 0 and lambda (%s) above 0.".formatted(delta, lambda));
        }
        this.delta = delta;
        this.lambda = lambda;
    }

    @Override
    public boolean add(double value) {
        count++;
        mean += (value - mean) / count;
        // m − min m, kept directly: it can never be below 0.
        rise = Math.max(0, rise + value - mean - delta);
        fall = Math.max(0, fall - value + mean - delta);
        boolean alarm = count >= WARM_UP && Math.max(rise, fall) > lambda;
        if (alarm) {
            count = 0;
            mean = 0;
            rise = 0;
            fall = 0;
        }
        return alarm;
    }

    @Override
    public String name() {
        return "Page-Hinkley";
    }
}
