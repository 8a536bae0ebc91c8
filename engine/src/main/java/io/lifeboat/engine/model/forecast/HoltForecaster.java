package io.lifeboat.engine.model.forecast;

/**
 * Holt's linear trend: exponentially smoothed level and slope, with the smoothing that would have forecast the history
 * best one step ahead. Error variance as in Hyndman and Athanasopoulos, Forecasting: Principles and Practice, section 8.7.
 */
public final class HoltForecaster implements Forecaster {

    private static final double[] LEVEL = {0.1, 0.3, 0.5, 0.7, 0.9};
    private static final double[] SLOPE = {0.01, 0.05, 0.1, 0.3, 0.5};

    /** The smoothed end of a history, and the mean square of the errors on the way. */
    private record Fit(double alpha, double beta, double level, double slope, double variance) {

        static Fit of(double[] history, double alpha, double beta) {
            double level = history[0];
            double slope = history[1] - history[0];
            double squares = 0;
            for (int i = 1; i < history.length; i++) {
                double expected = level + slope;
                double error = history[i] - expected;
                squares += error * error;
                level = expected + alpha * error;
                slope += alpha * beta * error;
            }
            return new Fit(alpha, beta, level, slope, squares / (history.length - 1));
        }
    }

    @Override
    public String name() {
        return "holt";
    }

    @Override
    public int leastHistory() {
        return 5;
    }

    @Override
    public Forecast forecast(double[] history, int steps) {
        Histories.require(this, history, steps);
        Fit best = best(history);
        double[] mean = new double[steps];
        double[] deviation = new double[steps];
        double variance = best.variance();
        for (int step = 0; step < steps; step++) {
            mean[step] = best.level() + (step + 1) * best.slope();
            deviation[step] = Math.sqrt(variance);
            double weight = best.alpha() * (1 + best.beta() * (step + 1));
            variance += best.variance() * weight * weight;
        }
        return new Forecast(mean, deviation);
    }

    private static Fit best(double[] history) {
        Fit best = Fit.of(history, LEVEL[0], SLOPE[0]);
        for (double alpha : LEVEL) {
            for (double beta : SLOPE) {
                Fit fit = Fit.of(history, alpha, beta);
                best = fit.variance() < best.variance() ? fit : best;
            }
        }
        return best;
    }
}
