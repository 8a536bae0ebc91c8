package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which signals the models see, and under which names. How busy a node is, is not among them: load is no fault, and a model
 * that sees it learns on which node the work of the training runs was. The models of a component see its own signals only; with
 * those of others they learn chance: that the disk of a node whose link was cut had nothing to do.
 */
final class FeatureSpace {

    private static final List<Metric> METRICS = List.of(
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

    private static final List<List<Metric>> OF_COMPONENT =
            Arrays.stream(Component.values()).map(FeatureSpace::ofComponent).toList();

    private static final int[] INDEX =
            Arrays.stream(Metric.values()).mapToInt(METRICS::indexOf).toArray();

    private static final int PER_METRIC = SignalFeatures.NAMES.length;

    private FeatureSpace() {}

    static List<Metric> metrics() {
        return METRICS;
    }

    /** The metrics that tell of this component. */
    static List<Metric> metrics(Component component) {
        return OF_COMPONENT.get(component.ordinal());
    }

    private static List<Metric> ofComponent(Component component) {
        return METRICS.stream()
                .filter(metric -> metric.component().filter(component::equals).isPresent())
                .toList();
    }

    /** Where a metric stands among {@link #metrics()}; it must be one of them. */
    static int index(Metric metric) {
        return INDEX[metric.ordinal()];
    }

    /** The metric that a feature of this component is computed from. */
    static Metric metricOf(Component component, int feature) {
        return metrics(component).get(feature / PER_METRIC);
    }

    /** The names of the features of a component in the order of a row, such as {@code disk_latency.rise}. */
    static List<String> names(Component component) {
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
    static Map<String, Integer> monotone(Component component) {
        Map<String, Integer> directions = new TreeMap<>();
        names(component).forEach(name -> directions.put(name, 1));
        return directions;
    }

    /** Rises below this are noise: the tolerance's floor where there is one. */
    static double floor(Metric metric, List<Tolerance> tolerances) {
        return tolerances.stream()
                .filter(tolerance -> tolerance.metric() == metric)
                .mapToDouble(Tolerance::noiseFloor)
                .findFirst()
                .orElseGet(() -> switch (metric.unit()) {
                    case "share" -> 0.1;
                    case "s" -> 0.05;
                    default -> 2;
                });
    }
}
