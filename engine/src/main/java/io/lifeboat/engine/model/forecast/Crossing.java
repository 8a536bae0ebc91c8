package io.lifeboat.engine.model.forecast;

import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * When a metric will first reach a tolerance.
 *
 * @param within the probability that it was reached within one step, two steps and so on; never falls
 */
@SuppressWarnings("ArrayRecordComponent")
public record Crossing(double[] within) {

    private static final int PATHS = 2000;

    /** Which way a metric gets worse. */
    public enum Direction {
        /** High values are bad, such as latency. */
        UPWARDS,
        /** Low values are bad, such as a signal-to-noise ratio. */
        DOWNWARDS
    }

    /**
     * Draws {@value #PATHS} continuations whose means and deviations are those of the forecast and whose errors add up step
     * by step. That is exact for a random walk, and near for other forecasts, whose errors forget a little between steps.
     *
     * @param seed the same seed gives the same distribution
     */
    public static Crossing of(Forecast forecast, double tolerance, Direction direction, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        int[] first = new int[forecast.steps()];
        double sign = direction == Direction.UPWARDS ? 1 : -1;
        for (int path = 0; path < PATHS; path++) {
            double error = 0;
            double variance = 0;
            for (int step = 0; step < forecast.steps(); step++) {
                double next = forecast.deviation()[step] * forecast.deviation()[step];
                error += Math.sqrt(Math.max(0, next - variance)) * random.nextGaussian();
                variance = next;
                if (sign * (forecast.mean()[step] + error - tolerance) >= 0) {
                    first[step]++;
                    break;
                }
            }
        }
        double[] within = new double[first.length];
        int reached = 0;
        for (int step = 0; step < within.length; step++) {
            reached += first[step];
            within[step] = reached / (double) PATHS;
        }
        return new Crossing(within);
    }

    /** The probability that the tolerance is reached within so many steps, at most as many as were forecast. */
    public double probabilityWithin(int steps) {
        if (steps < 1 || steps > within.length) {
            throw new IllegalArgumentException(
                    "steps (%d) must be in 1 to %d, as far as the forecast goes.".formatted(steps, within.length));
        }
        return within[steps - 1];
    }

    /** The number of steps by which the tolerance is reached with at least this probability; empty if the forecast ends first. */
    public OptionalInt steps(double probability) {
        for (int step = 0; step < within.length; step++) {
            if (within[step] >= probability) {
                return OptionalInt.of(step + 1);
            }
        }
        return OptionalInt.empty();
    }
}
