package io.lifeboat.engine.model.calibration;

/**
 * A failure rate with what backs it: a Gamma distribution, the conjugate prior of Poisson counts (Gelman et al., "Bayesian Data
 * Analysis", section 2.6).
 *
 * @param failures the Gamma's shape: failures seen, those implied by the prior included; above 0
 * @param deviceYears the Gamma's rate: years of exposure, those the prior is worth included; above 0
 */
public record GammaPoissonRate(double failures, double deviceYears) {

    /** How many device-years a manufacturer's figure is trusted like, unless there is reason for another number. */
    public static final double USUAL_PRIOR_YEARS = 100;

    public GammaPoissonRate {
        if (!(failures > 0) || !(deviceYears > 0)) {
            throw new IllegalArgumentException(
                    "failures %s and deviceYears %s must be above 0. Maybe there is no prior yet."
                            .formatted(failures, deviceYears));
        }
    }

    /** The manufacturer's annualised failure rate, such as 0.012 for 1.2 %, worth so many device-years of observation. */
    public static GammaPoissonRate prior(double annualisedFailureRate, double pseudoYears) {
        return new GammaPoissonRate(annualisedFailureRate * pseudoYears, pseudoYears);
    }

    /** After so many more failures in so many more device-years, both at least 0. */
    public GammaPoissonRate observe(double newFailures, double newDeviceYears) {
        if (!(newFailures >= 0) || !(newDeviceYears >= 0)) {
            throw new IllegalArgumentException(
                    "%s failures in %s device-years cannot be observed.".formatted(newFailures, newDeviceYears));
        }
        return new GammaPoissonRate(failures + newFailures, deviceYears + newDeviceYears);
    }

    /** Failures a device-year: (a·n₀ + k) / (n₀ + T). */
    public double mean() {
        return failures / deviceYears;
    }

    /** The chance that a device fails at least once within so many days, the rate being uncertain: 1 - (n / (n + t))^k. */
    public double probabilityWithin(double days) {
        return 1 - Math.pow(deviceYears / (deviceYears + days / 365.25), failures);
    }

    /**
     * Merges a classifier's probability with how much worse than the fleet it was trained on this model is: the log of the ratio
     * of rates is added to the log-odds, kept within ±2 so that a prior alone never decides.
     */
    public double merge(double classified, GammaPoissonRate trainedOn) {
        double shift = Math.max(-2, Math.min(2, Math.log(mean() / trainedOn.mean())));
        return Logits.sigmoid(Logits.logit(classified) + shift);
    }
}
