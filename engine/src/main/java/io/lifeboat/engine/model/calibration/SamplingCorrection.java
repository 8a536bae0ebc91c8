package io.lifeboat.engine.model.calibration;

/**
 * Undoes what dropping negatives before training did to a probability (He et al., "Practical lessons from predicting clicks on
 * ads at Facebook", 2014, section 6.3).
 *
 * @param keptNegatives the share of negatives that were kept, in (0, 1]
 */
public record SamplingCorrection(double keptNegatives) {

    public SamplingCorrection {
        if (!(keptNegatives > 0 && keptNegatives <= 1)) {
            throw new IllegalArgumentException(
                    "The share of kept negatives is %s, but must lie in (0, 1]. Maybe it is its inverse."
                            .formatted(keptNegatives));
        }
    }

    /** p / (p + (1 - p) / w) for a probability p learned with the share w of negatives. */
    public double apply(double sampled) {
        return sampled / (sampled + (1 - sampled) / keptNegatives);
    }
}
