package io.lifeboat.engine.adapt;

/**
 * How long a challenger is tried.
 *
 * @param outcomes no verdict before so many; at least 1
 * @param failures nor before so many of them are failures: ranking is about these; at least 1
 * @param mostOutcomes after so many there is a verdict, with too few failures against the challenger; at least {@code outcomes}
 */
public record TrialSettings(int outcomes, int failures, int mostOutcomes) {

    public TrialSettings {
        if (outcomes < 1 || failures < 1 || mostOutcomes < outcomes) {
            throw new IllegalArgumentException(
                    "outcomes (%d) and failures (%d) must be at least 1 and mostOutcomes (%d) at least outcomes."
                            .formatted(outcomes, failures, mostOutcomes));
        }
    }

    /** 500 outcomes, 30 of them failures, at most 50,000. */
    public static TrialSettings defaults() {
        return new TrialSettings(500, 30, 50_000);
    }
}
