package io.lifeboat.engine.model.forecast;

/**
 * Gaussian forecasts of the next values of a series.
 *
 * @param mean the expected values, the next one first
 * @param deviation the standard deviation of the error of each, at least 0, not falling
 */
@SuppressWarnings("ArrayRecordComponent")
public record Forecast(double[] mean, double[] deviation) {

    public Forecast {
        if (mean.length != deviation.length || mean.length == 0) {
            throw new IllegalArgumentException(
                    "There are %d means and %d deviations, but both must be as many, and some."
                            .formatted(mean.length, deviation.length));
        }
        for (int i = 0; i < mean.length; i++) {
            if (!Double.isFinite(mean[i]) || !(deviation[i] >= 0) || i > 0 && deviation[i] < deviation[i - 1]) {
                throw new IllegalArgumentException(
                        "Step %d has the mean %s and the deviation %s, but a mean is finite and deviations never fall."
                                .formatted(i + 1, mean[i], deviation[i]));
            }
        }
    }

    /** How many values ahead it goes. */
    public int steps() {
        return mean.length;
    }
}
