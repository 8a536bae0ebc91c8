package io.lifeboat.engine.manufacturer;

/**
 * How far a counter that a device keeps of itself may go, such as the SMART attributes "reallocated sectors" or "percentage used".
 * These creep over months and are no live telemetry: they say when to replace a device, not when to move work off it.
 *
 * @param counter its name, as in the telemetry of the devices
 * @param limit the value that is no longer within tolerance; above 0, in the counter's own unit
 */
public record CounterLimit(String counter, double limit) {

    public CounterLimit {
        if (!(limit > 0) || Double.isInfinite(limit)) {
            throw new IllegalArgumentException(
                    "limit (%s) of %s must be finite and above 0.".formatted(limit, counter));
        }
    }

    /** The share of the tolerance that is used up; 1 and more is out of tolerance. */
    public double used(double value) {
        return value / limit;
    }
}
