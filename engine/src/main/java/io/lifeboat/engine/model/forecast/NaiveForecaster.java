package io.lifeboat.engine.model.forecast;

import java.util.Arrays;

/** Nothing changes: a random walk, whose error grows with the square root of the time. What every other must beat. */
public final class NaiveForecaster implements Forecaster {

    @Override
    public String name() {
        return "naive";
    }

    @Override
    public int leastHistory() {
        return 2;
    }

    @Override
    public Forecast forecast(double[] history, int steps) {
        Histories.require(this, history, steps);
        double squares = 0;
        for (int i = 1; i < history.length; i++) {
            squares += (history[i] - history[i - 1]) * (history[i] - history[i - 1]);
        }
        double step = Math.sqrt(squares / (history.length - 1));
        double[] mean = new double[steps];
        double[] deviation = new double[steps];
        Arrays.fill(mean, history[history.length - 1]);
        Arrays.setAll(deviation, i -> step * Math.sqrt(i + 1.0));
        return new Forecast(mean, deviation);
    }
}
