package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which signals the models see, and under which names. How busy a node is, is not among them: load is no fault, and a model
 * that sees it learns on which node the work of the training runs was. The models of a component see its own signals only; with
 * those of others they learn chance: that the disk of a node whose link was cut had nothing to do.
 */
final class FeatureSpace {

    /** What agents of local nodes report. */
    private static final List<Metric> LIVE_METRICS = List.of(
            Metric.CPU_THROTTLED,
            Metric.CPU_STEAL,
            Metric.CPU_PRESSURE,
            Metric.CPU_TEMPERATURE,
            Metric.MEMORY_CORRECTED_ERRORS,
            Metric.MEMORY_UNCORRECTED_ERRORS,
            Metric.MEMORY_PRESSURE,
            Metric.DISK_LATENCY,
            Metric.DISK_ERRORS,
            Metric.DISK_PRESSURE,
            Metric.NETWORK_ROUND_TRIP,
            Metric.NETWORK_LOSS,
            Metric.NETWORK_RETRANSMITS);

    /** What monitoring of production knows besides: faults that are counted over a life, and logs. */
    private static final List<Metric> PRODUCTION_METRICS = List.of(
            Metric.MEMORY_ROW_FAULTS,
            Metric.MEMORY_COLUMN_FAULTS,
            Metric.MEMORY_BANK_FAULTS,
            Metric.DISK_TIMEOUTS,
            Metric.DISK_REALLOCATED_SECTORS,
            Metric.DISK_PENDING_SECTORS,
            Metric.DISK_UNREADABLE_SECTORS,
            Metric.DISK_TEMPERATURE,
            Metric.LOG_ERRORS,
            Metric.LOG_FATAL,
            Metric.LOG_WARNINGS,
            Metric.LOG_NEW_TEMPLATES);

    private static final List<Metric> METRICS =
            Stream.concat(LIVE_METRICS.stream(), PRODUCTION_METRICS.stream()).toList();

    private static final FeatureSpace LIVE = new FeatureSpace(LIVE_METRICS, Cadence.LIVE);

    private static final int[] INDEX =
            Arrays.stream(Metric.values()).mapToInt(METRICS::indexOf).toArray();

    private final List<Metric> seen;
    private final List<List<Metric>> ofComponent;
    private final Cadence cadence;

    private FeatureSpace(List<Metric> seen, Cadence cadence) {
        this.seen = seen;
        this.cadence = cadence;
        this.ofComponent =
                Arrays.stream(Component.values()).map(this::ofComponent).toList();
    }

    /** What is seen of telemetry that comes this often. */
    static FeatureSpace of(Cadence cadence) {
        return cadence.isLive() ? LIVE : new FeatureSpace(METRICS, cadence);
    }

    Cadence cadence() {
        return cadence;
    }

    /** All signals that models of any component see. */
    List<Metric> metrics() {
        return seen;
    }

    /** The metrics that tell of this component, and those that tell of the node as a whole. */
    List<Metric> metrics(Component component) {
        return ofComponent.get(component.ordinal());
    }

    private List<Metric> ofComponent(Component component) {
        return seen.stream()
                .filter(metric -> metric.component().orElse(component) == component)
                .toList();
    }

    /** Where a metric stands among {@link #metrics()}; it must be one of them. */
    static int index(Metric metric) {
        return INDEX[metric.ordinal()];
    }

    /** The names of the features of a component in the order of a row, such as {@code disk_latency.rise}. */
    List<String> names(Component component) {
        List<String> names = new ArrayList<>();
        for (Metric metric : metrics(component)) {
            for (String feature : SignalFeatures.NAMES) {
                names.add(name(metric, feature));
            }
        }
        return names;
    }

    private static String name(Metric metric, String feature) {
        return metric.name().toLowerCase(Locale.ROOT) + "." + feature;
    }

    /**
     * By name of a feature, +1: physics lets all of them speak one way only, the higher the worse. So what is missing can be taken as
     * lower than anything, and never makes a failure more probable.
     */
    Map<String, Integer> monotone(Component component) {
        Map<String, Integer> directions = new TreeMap<>();
        names(component).forEach(name -> directions.put(name, 1));
        return directions;
    }

    /** Whether a signal counts faults over a life: there were none at its beginning, whenever it is first heard of. */
    static boolean beginsAtZero(Metric metric) {
        return metric.unit().equals("count");
    }

    /** Rises below this are noise: the tolerance's floor where there is one. Two events in a step are the least that is more than chance. */
    double floor(Metric metric, List<Tolerance> tolerances) {
        return tolerances.stream()
                .filter(tolerance -> tolerance.metric() == metric)
                .mapToDouble(Tolerance::noiseFloor)
                .findFirst()
                .orElseGet(() -> switch (metric.unit()) {
                    case "share" -> 0.1;
                    case "s" -> 0.05;
                    case "1/s" -> 2.0 / cadence.factor();
                    default -> 2;
                });
    }
}
