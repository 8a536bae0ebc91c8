package io.lifeboat.engine.alert;

import io.lifeboat.engine.cluster.Criticality;
import java.time.Duration;

/**
 * How service level objectives bind. The error budget of a workload is its acceptable downtime within the period, that is (1 &minus;
 * SLO) &middot; period.
 *
 * @param period after which downtime is forgotten; positive
 * @param lowRisk tolerated probability that one failure breaks the objective of a workload of criticality LOW, above 0 and at most 1;
 *     1 leaves the objective out of account
 * @param mediumRisk the same for MEDIUM
 * @param highRisk the same for HIGH
 */
public record ErrorBudgetSettings(Duration period, double lowRisk, double mediumRisk, double highRisk) {

    public ErrorBudgetSettings {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("period (%s) must be positive.".formatted(period));
        }
        requireProbability("lowRisk", lowRisk);
        requireProbability("mediumRisk", mediumRisk);
        requireProbability("highRisk", highRisk);
    }

    /** 30 days; 30, 10 and 5 %. */
    public static ErrorBudgetSettings defaults() {
        return new ErrorBudgetSettings(Duration.ofDays(30), 0.3, 0.1, 0.05);
    }

    /**
     * The downtime that an availability leaves within the period: 0.999 leaves 43 minutes of 30 days.
     *
     * @param availability the objective, above 0 and below 1
     */
    public Duration budget(double availability) {
        if (!(availability > 0 && availability < 1)) {
            throw new IllegalArgumentException(
                    "availability (%s) must be above 0 and below 1.%nMaybe write 0.999.".formatted(availability));
        }
        return Duration.ofNanos(Math.round((1 - availability) * period.toNanos()));
    }

    double risk(Criticality criticality) {
        return switch (criticality) {
            case LOW -> lowRisk;
            case MEDIUM -> mediumRisk;
            case HIGH -> highRisk;
        };
    }

    private static void requireProbability(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("%s (%s) must be above 0 and at most 1.".formatted(name, value));
        }
    }
}
