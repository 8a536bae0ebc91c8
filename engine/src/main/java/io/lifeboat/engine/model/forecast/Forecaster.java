package io.lifeboat.engine.model.forecast;

/** Continues a series. Stateless and deterministic, so safe to share. */
public interface Forecaster {

    /** A short name for reports, such as {@code naive}. */
    String name();

    /** How many values a history must have. */
    int leastHistory();

    /**
     * Forecasts the values after a history.
     *
     * @param history finite values at equal distances in time, oldest first; at least {@link #leastHistory}
     * @param steps how many values, at least 1
     * @throws IllegalArgumentException if the history is too short or has a value that is not finite
     */
    Forecast forecast(double[] history, int steps);
}
