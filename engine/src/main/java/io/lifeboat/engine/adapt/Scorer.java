package io.lifeboat.engine.adapt;

/** A model of whatever kind: from a row of features to the probability of failure within the horizon. */
@FunctionalInterface
public interface Scorer {

    /**
     * The probability, in [0, 1]. A scorer that throws or answers outside of that is taken out of service.
     *
     * @param features missing values are NaN; must not be changed
     */
    double probability(float[] features);
}
