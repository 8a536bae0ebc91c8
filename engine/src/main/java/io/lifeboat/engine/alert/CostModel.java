package io.lifeboat.engine.alert;

import io.lifeboat.engine.cluster.Criticality;
import java.time.Duration;

/**
 * What outages and moves cost. The unit is one second of outage of a {@link Criticality#MEDIUM} workload; only ratios
 * matter. The defaults fit a small service that starts within a few seconds.
 *
 * @param lowWeight cost of one second of outage of a {@link Criticality#LOW} workload; positive
 * @param highWeight cost of one second of outage of a {@link Criticality#HIGH} workload; positive
 * @param outage how long an unplanned outage lasts: detection, restart and warm-up
 * @param moveTime how long a planned migration takes, until one was measured
 * @param pause how long clients are held by a planned migration, until one was measured
 * @param slotCost cost of one second of a running migration: spare capacity, copying, load on the target
 * @param preparationShare cost of preparing (cordon) as a share of the cost of moving, above 0 and at most 1
 * @param urgency how much a broken SLO adds to the cost: see {@link DynamicThresholds}
 * @param criticalFloor lowest threshold of the tier critical, so that a costly workload does not chase noise
 * @param warningFloor lowest threshold of the tier warning
 * @param informationalThreshold threshold of the tier informational: a multiple of what healthy nodes show
 */
public record CostModel(
        double lowWeight,
        double highWeight,
        Duration outage,
        Duration moveTime,
        Duration pause,
        double slotCost,
        double preparationShare,
        double urgency,
        double criticalFloor,
        double warningFloor,
        double informationalThreshold) {

    public CostModel {
        requirePositive("lowWeight", lowWeight);
        requirePositive("highWeight", highWeight);
        requirePositive("outage", outage.toNanos());
        requirePositive("moveTime", moveTime.toNanos());
        requirePositive("slotCost", slotCost);
        requireProbability("preparationShare", preparationShare);
        requireProbability("criticalFloor", criticalFloor);
        requireProbability("warningFloor", warningFloor);
        requireProbability("informationalThreshold", informationalThreshold);
        if (pause.isNegative() || !(urgency >= 0)) {
            throw new IllegalArgumentException(
                    "pause (%s) and urgency (%s) must not be negative.".formatted(pause, urgency));
        }
        if (informationalThreshold > warningFloor || warningFloor > criticalFloor) {
            throw new IllegalArgumentException(
                    "informationalThreshold (%s), warningFloor (%s) and criticalFloor (%s) must not decrease."
                            .formatted(informationalThreshold, warningFloor, criticalFloor));
        }
    }

    /** Outage 6 s, move 4 s, pause 100 ms, weights 0.3, 1 and 5, floors 5, 15 and 25 %. */
    public static CostModel defaults() {
        return new CostModel(
                0.3,
                5,
                Duration.ofSeconds(6),
                Duration.ofSeconds(4),
                Duration.ofMillis(100),
                0.15,
                0.4,
                0.5,
                0.25,
                0.15,
                0.05);
    }

    /** Cost of one second of outage of a workload of this criticality. */
    public double weight(Criticality criticality) {
        return switch (criticality) {
            case LOW -> lowWeight;
            case MEDIUM -> 1;
            case HIGH -> highWeight;
        };
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("%s (%s) must be positive and finite.".formatted(name, value));
        }
    }

    private static void requireProbability(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException("%s (%s) must be above 0 and at most 1.".formatted(name, value));
        }
    }
}
