package io.lifeboat.engine.manufacturer;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.GammaPoissonRate;
import io.lifeboat.engine.model.calibration.WeibullLife;
import io.lifeboat.engine.prediction.Tolerance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the manufacturer says about one model of device. Immutable.
 *
 * @param name of the model, as devices report it
 * @param component the part of a node that it is
 * @param prior the annualised failure rate, with the device-years that it is worth
 * @param rate the same after what the own fleet has seen of this model; the prior if it has seen nothing
 * @param life how it ages; empty when only a rate is known
 * @param tolerances of what it reports; at most one per metric, each of the component
 */
public record DeviceModel(
        String name,
        Component component,
        GammaPoissonRate prior,
        GammaPoissonRate rate,
        Optional<WeibullLife> life,
        List<Tolerance> tolerances) {

    private static final double HOURS_PER_MILLI = 1 / 3_600_000.0;
    private static final double DAYS_PER_MILLI = HOURS_PER_MILLI / 24;

    public DeviceModel {
        tolerances = List.copyOf(tolerances);
    }

    /** A model of which the own fleet has seen nothing yet. */
    public DeviceModel(
            String name,
            Component component,
            GammaPoissonRate prior,
            Optional<WeibullLife> life,
            List<Tolerance> tolerances) {
        this(name, component, prior, prior, life, tolerances);
    }

    /**
     * The manufacturer's rate after so many failures of this model in so many device-years of the own fleet, both at least 0:
     * (a·n₀ + k) / (n₀ + T).
     */
    public GammaPoissonRate observed(double failures, double deviceYears) {
        return prior.observe(failures, deviceYears);
    }

    /** {@link #probabilityWithin(Duration, Duration, GammaPoissonRate)} by the maker's word and what the own fleet has seen. */
    public double probabilityWithin(Duration age, Duration horizon) {
        return probabilityWithin(age, horizon, rate);
    }

    /**
     * The chance that a device, alive at this age, fails within the horizon.
     *
     * <p>With a Weibull life its hazard is scaled by how much more often the own fleet fails than promised (proportional hazards,
     * Cox 1972): 1 &minus; exp(&minus;r·(Λ(t+H) &minus; Λ(t))) with r = {@code observed.mean() / prior.mean()} and Λ(t) = (t/η)^β.
     * Without one, age plays no part and the rate alone decides.
     *
     * @param age since the device went into use; not negative
     * @param horizon not negative
     * @param observed what {@link #observed} gave
     */
    public double probabilityWithin(Duration age, Duration horizon, GammaPoissonRate observed) {
        requireNotNegative("age", age);
        requireNotNegative("horizon", horizon);
        if (life.isEmpty()) {
            return observed.probabilityWithin(horizon.toMillis() * DAYS_PER_MILLI);
        }
        double promised =
                life.get().failureWithin(age.toMillis() * HOURS_PER_MILLI, horizon.toMillis() * HOURS_PER_MILLI);
        double ratio = observed.mean() / prior.mean();
        return -Math.expm1(ratio * Math.log1p(-promised));
    }

    private static void requireNotNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException("%s (%s) must not be negative.".formatted(name, value));
        }
    }
}
