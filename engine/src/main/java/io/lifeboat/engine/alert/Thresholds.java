package io.lifeboat.engine.alert;

/**
 * Probabilities from which the three tiers apply, each at most as high as the next.
 *
 * @param informational worth knowing
 * @param warning preparations pay
 * @param critical moving pays; at 1 it never does before the failure
 */
public record Thresholds(double informational, double warning, double critical) {

    public Thresholds {
        if (!(0 < informational && informational <= warning && warning <= critical && critical <= 1)) {
            throw new IllegalArgumentException("thresholds (%s, %s, %s) must not decrease and lie above 0 and up to 1."
                    .formatted(informational, warning, critical));
        }
    }

    /** The lower of both in each tier: what a node applies that carries two workloads. */
    public Thresholds lower(Thresholds other) {
        return new Thresholds(
                Math.min(informational, other.informational),
                Math.min(warning, other.warning),
                Math.min(critical, other.critical));
    }

    /**
     * The same, but with no warning and no critical alert below what the predictor promised.
     *
     * @param floor of {@link io.lifeboat.engine.prediction.Guarantee}, 0 to 1
     */
    public Thresholds atLeast(double floor) {
        return new Thresholds(informational, Math.max(warning, floor), Math.max(critical, floor));
    }

    /** Threshold of a level: 1 informational, 2 warning, 3 critical. */
    public double of(int level) {
        return switch (level) {
            case 1 -> informational;
            case 2 -> warning;
            case 3 -> critical;
            default -> throw new IllegalArgumentException("level (%d) must be 1, 2 or 3.".formatted(level));
        };
    }
}
