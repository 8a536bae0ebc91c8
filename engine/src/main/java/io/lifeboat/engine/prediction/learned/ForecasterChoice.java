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

    /**
     * The one with the least mean absolute error; naive without any series. All are tried on the same series from the same moments. One that
     * could not even begin in most of the series is no candidate: it would be silent when it is needed.
     */
    static Forecaster choose(List<double[]> series) {
        List<Forecaster> able = BackTest.candidates().stream()
                .filter(candidate ->
                        2 * longEnough(series, candidate.leastHistory()).size() > series.size())
                .toList();
        int first = able.stream().mapToInt(Forecaster::leastHistory).max().orElse(0);
        List<double[]> common = longEnough(series, first);
        Forecaster best = new NaiveForecaster();
        double least = Double.POSITIVE_INFINITY;
        for (Forecaster candidate : able) {
            double error = error(candidate, common, first);
            if (error < least) {
                least = error;
                best = candidate;
            }
        }
        return best;
    }

    private static List<double[]> longEnough(List<double[]> series, int leastHistory) {
        return series.stream()
                .filter(one -> one.length >= leastHistory + STEPS_AHEAD)
                .toList();
    }

    private static double error(Forecaster forecaster, List<double[]> series, int first) {
        double sum = 0;
        for (double[] one : series) {
            try {
                sum += TEST.meanAbsoluteError(forecaster, one, first);
            } catch (RuntimeException e) {
                // Whatever a library throws where it finds no model: a forecaster that fails on such series is none for
                // them.
                return Double.POSITIVE_INFINITY;
            }
        }
        return sum / series.size();
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
