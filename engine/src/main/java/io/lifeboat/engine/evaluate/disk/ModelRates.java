package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.model.calibration.GammaPoissonRate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Failures a drive-year by model, counted up to a day and merged with the rate of the whole fleet as a Gamma prior. Immutable.
 */
final class ModelRates {

    private final Map<String, GammaPoissonRate> all = new TreeMap<>();
    private final Map<String, GammaPoissonRate> silent = new TreeMap<>();
    private final GammaPoissonRate fleetAll;
    private final GammaPoissonRate fleetSilent;

    /** Counts between two days, both in days since 1970; what happened later is not looked at. */
    ModelRates(List<Drive> drives, int from, int until) {
        Counts fleet = new Counts();
        Map<String, Counts> counts = new TreeMap<>();
        for (Drive drive : drives) {
            counts.computeIfAbsent(drive.model(), m -> new Counts()).add(drive, from, until);
            fleet.add(drive, from, until);
        }
        fleetAll = prior(fleet.failures, fleet.years);
        fleetSilent = prior(fleet.silent, fleet.years);
        counts.forEach((model, c) -> {
            all.put(model, fleetAll.observe(c.failures, c.years));
            silent.put(model, fleetSilent.observe(c.silent, c.years));
        });
    }

    private static final class Counts {
        private int failures;
        private int silent;
        private double years;

        void add(Drive drive, int from, int until) {
            double days = Math.min(drive.lastDay(), until) - Math.max(drive.firstDay(), from);
            years += Math.max(0, days) / 365.25;
            if (drive.failed() && drive.lastDay() >= from && drive.lastDay() <= until) {
                failures++;
                int last = drive.starts().length - 1;
                boolean warned = DriveFeatures.ERRORS.stream().anyMatch(error -> drive.value(last, error) > 0);
                silent += warned ? 0 : 1;
            }
        }
    }

    private static GammaPoissonRate prior(double failures, double years) {
        return GammaPoissonRate.prior((failures + 1) / (years + 1), GammaPoissonRate.USUAL_PRIOR_YEARS);
    }

    /** Failures a drive-year. */
    double rate(String model) {
        return all.getOrDefault(model, fleetAll).mean();
    }

    /** Failures a drive-year of drives on which no error counter had ever risen. */
    double silentRate(String model) {
        return silent.getOrDefault(model, fleetSilent).mean();
    }
}
