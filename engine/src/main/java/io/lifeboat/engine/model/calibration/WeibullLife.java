package io.lifeboat.engine.model.calibration;

/**
 * The life of a device that ages (Weibull 1951): the hazard falls with age for a shape under 1, rises above 1.
 *
 * @param shape above 0
 * @param scaleHours the age by which 63.2 % have failed; above 0
 */
public record WeibullLife(double shape, double scaleHours) {

    public WeibullLife {
        if (!(shape > 0) || !(scaleHours > 0) || Double.isInfinite(shape) || Double.isInfinite(scaleHours)) {
            throw new IllegalArgumentException(
                    "shape %s and scaleHours %s must be finite and above 0. Maybe the scale is given in years."
                            .formatted(shape, scaleHours));
        }
    }

    /**
     * The chance to fail within the next hours for a device alive at this age: 1 - exp((t/η)^β - ((t+H)/η)^β).
     *
     * @param ageHours at least 0
     * @param horizonHours at least 0
     */
    public double failureWithin(double ageHours, double horizonHours) {
        if (!(ageHours >= 0) || !(horizonHours >= 0)) {
            throw new IllegalArgumentException(
                    "The age of %s h and the horizon of %s h must be 0 or more.".formatted(ageHours, horizonHours));
        }
        return -Math.expm1(cumulativeHazard(ageHours) - cumulativeHazard(ageHours + horizonHours));
    }

    private double cumulativeHazard(double hours) {
        return Math.pow(hours / scaleHours, shape);
    }
}
