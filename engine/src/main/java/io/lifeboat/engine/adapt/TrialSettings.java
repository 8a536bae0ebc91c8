package io.lifeboat.engine.adapt;

/**
 * How long a challenger is tried.
 *
 * @param outcomes no verdict before so many; at least 1
 * @param failures nor before so many of them are failures: ranking is about these; at least 1
 * @param mostOutcomes after so many there is a verdict, with too few failures against the challenger; at least {@code outcomes}
 * @param warning probability from which an engine may act, so that the outcome is no longer known; above 0 and at most 1
 * @param mostUnknown no promotion while the outcomes of a larger share of such predictions are unknown; at least 0 and below 1
 */
public record TrialSettings(int outcomes, int failures, int mostOutcomes, double warning, double mostUnknown) {

    /** The lowest threshold of a warning by default, see {@link io.lifeboat.engine.alert.CostModel#defaults}. */
    private static final double WARNING = 0.15;

    private static final double MOST_UNKNOWN = 0.05;

    public TrialSettings {
        if (!(warning > 0 && warning <= 1) || !(mostUnknown >= 0 && mostUnknown < 1)) {
            throw new IllegalArgumentException(
                    "warning (%s) must be above 0 and at most 1, mostUnknown (%s) at least 0 and below 1."
                            .formatted(warning, mostUnknown));
        }
        if (outcomes < 1 || failures < 1 || mostOutcomes < outcomes) {
            throw new IllegalArgumentException(
                    "outcomes (%d) and failures (%d) must be at least 1 and mostOutcomes (%d) at least outcomes."
                            .formatted(outcomes, failures, mostOutcomes));
        }
    }

    /** A warning from 0.15 on, of which at most 5 % may be unknown. */
    public TrialSettings(int outcomes, int failures, int mostOutcomes) {
        this(outcomes, failures, mostOutcomes, WARNING, MOST_UNKNOWN);
    }

    /** 500 outcomes, 30 of them failures, at most 50,000. */
    public static TrialSettings defaults() {
        return new TrialSettings(500, 30, 50_000);
    }
}
