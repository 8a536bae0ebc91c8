package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.forecast.BackTest;
import io.lifeboat.engine.model.forecast.Forecaster;
import io.lifeboat.engine.model.forecast.NaiveForecaster;
import java.util.List;

/** Chooses the forecaster of a metric by back-testing over many recorded series. */
final class ForecasterChoice {

    /** Series are sampled twice a second. */
    static final long STEP_NANOS = 500_000_000L;

    private static final int STEPS_AHEAD = 10;
    private static final BackTest TEST = new BackTest(STEPS_AHEAD, 4);

    private ForecasterChoice() {}

    /** The one with the least mean absolute error over all series that are long enough for it; naive without any. */
    static Forecaster choose(List<double[]> series) {
        Forecaster best = new NaiveForecaster();
        double least = error(best, series);
        for (Forecaster candidate : BackTest.candidates()) {
            double error = error(candidate, series);
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    private static double error(Forecaster forecaster, List<double[]> series) {
        double sum = 0;
        int count = 0;
        for (double[] one : series) {
            double error = TEST.meanAbsoluteError(forecaster, one);
            if (!Double.isNaN(error)) {
                sum += error;
                count++;
            }
        }
        return count == 0 ? Double.POSITIVE_INFINITY : sum / count;
    }

    /**
     * The candidate of this name.
     *
     * @throws IllegalArgumentException if there is none, for instance because its library is missing
     */
    static Forecaster named(String name) {
        List<Forecaster> candidates = BackTest.candidates();
        return candidates.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Forecaster \"%s\" is not available, only %s. Maybe its library is missing from the class path."
                                .formatted(
                                        name,
                                        candidates.stream()
                                                .map(Forecaster::name)
                                                .toList())));
    }
}
