package io.lifeboat.engine.prediction;

/** The standard normal distribution. */
final class Normal {

    private Normal() {}

    /**
     * Probability that a standard normal variable is at most {@code z}: Abramowitz and Stegun, Handbook of Mathematical
     * Functions, 26.2.17; error below 7.5e-8. Uses {@code StrictMath}, so that the result is the same on every machine.
     */
    static double cumulative(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double tail = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI) * polynomial;
        return z >= 0 ? 1 - tail : tail;
    }
}
