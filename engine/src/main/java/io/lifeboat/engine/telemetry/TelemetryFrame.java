package io.lifeboat.engine.telemetry;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What one node reported at one moment. A signal that could not be read is absent, never zero.
 *
 * @param node id of the node
 * @param at when the values were measured, by the clock of whoever drives the engine
 * @param values finite numbers in the metric's unit
 */
public record TelemetryFrame(String node, Instant at, Map<Metric, Double> values) {

    public TelemetryFrame {
        EnumMap<Metric, Double> copy = new EnumMap<>(Metric.class);
        copy.putAll(values);
        copy.forEach((metric, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "%s of node \"%s\" (%s) must be finite. Maybe leave it out: a missing signal is absent."
                                .formatted(metric, node, value));
            }
        });
        values = Collections.unmodifiableMap(copy);
    }

    public OptionalDouble value(Metric metric) {
        Double value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
