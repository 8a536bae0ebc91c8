package io.lifeboat.engine.prediction;

/**
 * What is promised about false alarms: of healthy devices like those the predictor was calibrated on, at most this share
 * ever shows a probability at or above the floor within the period. From conformal prediction (Vovk, Gammerman and Shafer,
 * "Algorithmic Learning in a Random World", 2005); holds as long as the devices are exchangeable with those calibrated on.
 *
 * @param falseAlarmRate share of healthy devices, above 0 and at most 1; 1 promises nothing
 * @param floor probability at which that rate holds, 0 to 1; an alarm below it would break the promise
 */
public record Guarantee(double falseAlarmRate, double floor) {

    /** No guarantee: too few devices to calibrate on. Rules and priors speak alone. */
    public static final Guarantee NONE = new Guarantee(1, 0);

    public Guarantee {
        if (!(falseAlarmRate > 0 && falseAlarmRate <= 1) || !(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException(
                    "falseAlarmRate (%s) must be above 0 and at most 1, floor (%s) within 0 and 1."
                            .formatted(falseAlarmRate, floor));
        }
    }

    /** Whether anything is promised at all. */
    public boolean isGiven() {
        return falseAlarmRate < 1;
    }
}
