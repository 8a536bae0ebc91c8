package io.lifeboat.engine.model.forecast;

import java.util.Arrays;

/**
 * ARIMA(p, d, q), fitted by exact maximum likelihood with JDemetra+, which must be on the class path: see
 * {@link #isAvailable}.
 *
 * @param p autoregressive order, 0 to 5
 * @param d differences, 0 to 2
 * @param q moving average order, 0 to 5
 */
public record ArimaForecaster(int p, int d, int q) implements Forecaster {

    private static final int MOST_ORDER = 5;
    private static final int MOST_DIFFERENCES = 2;
    private static final int MOST_HISTORY = 1000;

    public ArimaForecaster {
        if (p < 0 || p > MOST_ORDER || d < 0 || d > MOST_DIFFERENCES || q < 0 || q > MOST_ORDER) {
            throw new IllegalArgumentException(
                    "ARIMA(%d, %d, %d) must have p and q in 0 to 5 and d in 0 to 2.".formatted(p, d, q));
        }
        if (!isAvailable()) {
            throw new IllegalStateException("ARIMA needs JDemetra+, which is not on the class path."
                    + " Maybe add eu.europa.ec.joinup.sat:jdplus-toolkit-base-core.");
        }
    }

    /** Whether JDemetra+, an optional dependency, is on the class path. */
    public static boolean isAvailable() {
        try {
            Class.forName(
                    "jdplus.toolkit.base.core.regsarima.RegSarimaComputer",
                    false,
                    ArimaForecaster.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false; // an answer, not a failure
        }
    }

    @Override
    public String name() {
        return "arima(%d,%d,%d)".formatted(p, d, q);
    }

    @Override
    public int leastHistory() {
        return 10 + d + 3 * (p + q);
    }

    @Override
    public Forecast forecast(double[] history, int steps) {
        Histories.require(this, history, steps);
        // Older values cost time and say little about a metric that drifts.
        double[] recent = Arrays.copyOfRange(history, Math.max(0, history.length - MOST_HISTORY), history.length);
        if (Arrays.stream(recent).allMatch(value -> value == recent[0])) {
            // The likelihood of a constant has no maximum.
            return new NaiveForecaster().forecast(recent, steps);
        }
        return new ArimaFit(p, d, q).forecast(recent, steps);
    }
}
