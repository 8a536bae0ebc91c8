package io.lifeboat.engine.prediction;

/**
 * How likely a component of a node fails whatever its telemetry says, because devices like it do.
 *
 * @param within probability to fail within the horizon that was asked for, 0 to 1
 * @param perYear failures a year, above 0; at the device's age, averaged over the year to come
 * @param words for a reader of the report, such as "disks of model X fail 4.1 % a year"
 */
public record PriorHazard(double within, double perYear, String words) {

    public PriorHazard {
        if (!(within >= 0 && within <= 1) || !(perYear > 0) || Double.isInfinite(perYear)) {
            throw new IllegalArgumentException(
                    "within (%s) must be within 0 and 1, perYear (%s) finite and above 0.".formatted(within, perYear));
        }
    }
}
