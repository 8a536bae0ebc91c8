package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.telemetry.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a drive said of itself at one moment.
 *
 * @param at when
 * @param levels what is what it is: sectors, temperature, age
 * @param totals what only ever counts up: of these the rise per second is the metric
 */
record SmartReading(Instant at, Map<Metric, Double> levels, Map<Metric, Double> totals) {

    /** Numbers of SMART attributes whose raw value is a level. */
    private static final Map<Integer, Metric> LEVELS = Map.of(
            5, Metric.DISK_REALLOCATED_SECTORS,
            9, Metric.DISK_AGE,
            194, Metric.DISK_TEMPERATURE,
            197, Metric.DISK_PENDING_SECTORS,
            198, Metric.DISK_UNREADABLE_SECTORS);

    /** Numbers of SMART attributes whose raw value is a running total. */
    private static final Map<Integer, Metric> TOTALS = Map.of(187, Metric.DISK_ERRORS, 188, Metric.DISK_TIMEOUTS);

    /** Seagate packs three 16-bit counters into the raw value of 188, the lowest counts all (smartmontools: raw16). */
    private static final double PACKED = 65536;

    /**
     * Reads a row.
     *
     * @param column the name of a column by the number of an attribute, with %d for it
     */
    static SmartReading of(Instant at, Row row, String column) {
        return new SmartReading(at, values(row, column, LEVELS), values(row, column, TOTALS));
    }

    private static Map<Metric, Double> values(Row row, String column, Map<Integer, Metric> attributes) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        attributes.forEach((number, metric) -> {
            String name = column.formatted(number);
            OptionalDouble raw = row.has(name) ? row.number(name) : OptionalDouble.empty();
            raw.ifPresent(value -> values.put(metric, number == 188 ? value % PACKED : value));
        });
        return values;
    }

    SmartReading at(Instant moment) {
        return new SmartReading(moment, levels, totals);
    }

    SmartReading withAge(double hours) {
        Map<Metric, Double> more = new EnumMap<>(Metric.class);
        more.putAll(levels);
        more.put(Metric.DISK_AGE, hours);
        return new SmartReading(at, more, totals);
    }

    /** The metrics, given the reading before; a total that fell has begun again, and its rate is unknown. */
    Map<Metric, Double> since(SmartReading before) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.putAll(levels);
        double seconds = Duration.between(before.at(), at).toNanos() / 1e9;
        totals.forEach((metric, total) -> {
            double rise = total - before.totals().getOrDefault(metric, Double.NaN);
            if (rise >= 0 && seconds > 0) {
                values.put(metric, rise / seconds);
            }
        });
        return values;
    }
}
