package io.lifeboat.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How well the engine foresaw the failures of several runs together.
 *
 * @param name of the runs
 * @param runs how many
 * @param leads from the first warning to the failure, of those with a run-up that were warned of; negative if too late
 * @param unwarned failures with a run-up and without a warning
 * @param falseAlarms warnings without a fault
 * @param healthySeconds component-seconds in which an alarm would have been false
 * @param calibration of all runs
 */
public record Accuracy(
        String name,
        int runs,
        List<Duration> leads,
        int unwarned,
        long falseAlarms,
        double healthySeconds,
        Calibration calibration) {

    /** Fewer failures than this give no median worth the name. */
    public static final int ENOUGH = 5;

    public Accuracy {
        leads = leads.stream().sorted().toList();
    }

    /** The middle lead time, the lower one of two; empty if there are too few. Failures without warning are not in it. */
    public Optional<Duration> medianLead() {
        return leads.size() < ENOUGH ? Optional.empty() : Optional.of(leads.get((leads.size() - 1) / 2));
    }

    /** The shortest lead time. */
    public Optional<Duration> leastLead() {
        return leads.stream().findFirst();
    }

    /**
     * False alarms in an hour of a healthy component; without any, the rate that is excluded with 95 % confidence, 3 over
     * the hours (Hanley and Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 1983). Empty without time.
     */
    public Optional<Double> falseAlarmsPerHour() {
        return healthySeconds <= 0
                ? Optional.empty()
                : Optional.of((falseAlarms == 0 ? 3 : falseAlarms) * 3600 / healthySeconds);
    }
}
