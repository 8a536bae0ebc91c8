package io.lifeboat.engine.model.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses the forecaster that would have done best on the history itself: from several moments in its second half, each
 * forecasts what then really came.
 *
 * @param steps how far ahead, at least 1
 * @param moments from how many moments, at least 1
 */
public record BackTest(int steps, int moments) {

    public BackTest {
        if (steps < 1 || moments < 1) {
            throw new IllegalArgumentException("steps %d and moments %d must be 1 or more.".formatted(steps, moments));
        }
    }

    /**
     * Naive, Holt's trend, three ARIMA models if {@linkplain ArimaForecaster#isAvailable their library} is there, and an LSTM; the
     * simple ones first.
     */
    public static List<Forecaster> candidates() {
        List<Forecaster> candidates = new ArrayList<>(List.of(new NaiveForecaster(), new HoltForecaster()));
        if (ArimaForecaster.isAvailable()) {
            candidates.add(new ArimaForecaster(1, 0, 0));
            candidates.add(new ArimaForecaster(1, 1, 1));
            candidates.add(new ArimaForecaster(2, 1, 2));
        }
        candidates.add(new LstmForecaster(1));
        return List.copyOf(candidates);
    }

    /**
     * The candidate with the smallest mean absolute error; the earlier one of equal ones, so put simple ones first.
     *
     * @param candidates not empty; one that lacks history at a moment is left out
     * @throws IllegalArgumentException if the history is too short for all of them
     */
    public Forecaster choose(List<? extends Forecaster> candidates, double[] history) {
        Forecaster best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Forecaster candidate : candidates) {
            double error = meanAbsoluteError(candidate, history);
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException(
                    "A history of %d values is too short to compare forecasts %d steps ahead."
                            .formatted(history.length, steps));
        }
        return best;
    }

    /** The mean absolute error of a forecaster, in the unit of the history; NaN if the history is too short. */
    public double meanAbsoluteError(Forecaster forecaster, double[] history) {
        return meanAbsoluteError(forecaster, history, forecaster.leastHistory());
    }

    /**
     * The same, from moments that do not depend on the forecaster, so that several can be compared.
     *
     * @param least how much history every moment has at least; at least what the forecaster needs
     */
    public double meanAbsoluteError(Forecaster forecaster, double[] history, int least) {
        int first = Math.max(least, history.length / 2);
        int last = history.length - steps;
        if (first > last) {
            return Double.NaN;
        }
        double sum = 0;
        for (int moment = 0; moment < moments; moment++) {
            int now = moments == 1 ? last : first + (int) ((long) (last - first) * moment / (moments - 1));
            double[] mean =
                    forecaster.forecast(Arrays.copyOf(history, now), steps).mean();
            for (int step = 0; step < steps; step++) {
                sum += Math.abs(history[now + step] - mean[step]);
            }
        }
        return sum / moments / steps;
    }
}
