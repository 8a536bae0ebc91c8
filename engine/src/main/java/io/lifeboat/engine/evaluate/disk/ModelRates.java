package io.lifeboat.engine.evaluate.disk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Failures a drive-year by model, counted up to a day and merged with the rate of the whole fleet as a Gamma prior. Immutable.
 */
final class ModelRates {

    private static final double PRIOR_YEARS = 100;

    private final Map<String, Double> rates = new TreeMap<>();
    private final double fleet;

    /** Counts between two days, both in days since 1970; what happened later is not looked at. */
    ModelRates(List<Drive> drives, int from, int until) {
        Map<String, double[]> counts = new TreeMap<>();
        double failures = 0;
        double years = 0;
        for (Drive drive : drives) {
            double[] count = counts.computeIfAbsent(drive.model(), m -> new double[2]);
            int failed = drive.failed() && drive.lastDay() >= from && drive.lastDay() <= until ? 1 : 0;
            double seen = years(drive, from, until);
            count[0] += failed;
            count[1] += seen;
            failures += failed;
            years += seen;
        }
        fleet = (failures + 1) / (years + 1);
        counts.forEach((model, c) -> rates.put(model, (fleet * PRIOR_YEARS + c[0]) / (PRIOR_YEARS + c[1])));
    }

    double rate(String model) {
        return rates.getOrDefault(model, fleet);
    }

    private static double years(Drive drive, int from, int until) {
        double firstDay = drive.lastDay() - (drive.lastHour() - drive.starts()[0]) / 24;
        double days = Math.min(drive.lastDay(), until) - Math.max(firstDay, from);
        return Math.max(0, days) / 365.25;
    }
}
