package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.journal.JournalEntry.TelemetrySample;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Evidence that a node felt its faults: the raw signals it reported, without what anyone concluded from them. */
final class SignalCharts {

    private static final int MOST_NODES = 4;

    private final ExperimentResult result;
    private final Span span;
    private final Downtime downtime;
    private final Map<String, Map<String, List<TelemetrySample>>> samples = new LinkedHashMap<>();

    SignalCharts(ExperimentResult result) {
        this.result = result;
        this.span = Span.of(result);
        this.downtime = Downtime.of(result);
        result.entries().stream()
                .filter(TelemetrySample.class::isInstance)
                .map(TelemetrySample.class::cast)
                .forEach(sample -> samples.computeIfAbsent(sample.node(), node -> new LinkedHashMap<>())
                        .computeIfAbsent(sample.metric(), metric -> new ArrayList<>())
                        .add(sample));
    }

    List<Element> section() {
        Set<String> nodes = new LinkedHashSet<>();
        result.faults().stream().map(FaultResult::node).forEach(nodes::add);
        List<Element> parts = new ArrayList<>();
        nodes.stream().limit(MOST_NODES).forEach(node -> parts.addAll(node(node, parts.size())));
        if (nodes.size() > MOST_NODES) {
            parts.add(Element.of("p", (nodes.size() - MOST_NODES) + " more nodes with faults are in the journal.")
                    .css("soft"));
        }
        return parts;
    }

    private List<Element> node(String node, int id) {
        Set<String> telling = new LinkedHashSet<>();
        faults(node).forEach(fault -> telling.addAll(Signals.of(fault.type())));
        Map<String, List<TelemetrySample>> known = samples.getOrDefault(node, Map.of());
        List<String> missing = new ArrayList<>();
        Element grid = Element.of("div").css("nodes");
        int k = 0;
        for (String metric : telling) {
            List<TelemetrySample> values = known.getOrDefault(metric, List.of());
            if (values.isEmpty()) {
                missing.add(Texts.words(metric));
            } else {
                grid.add(card(node, metric, values, "signal-" + id + "-" + k++));
            }
        }
        List<Element> parts = new ArrayList<>(List.of(Element.of("h3", "Signals of " + node)));
        if (k > 0) {
            parts.add(grid);
        }
        if (!missing.isEmpty()) {
            parts.add(Element.of("p", "Missing, neither reported nor recorded: " + String.join(", ", missing) + ".")
                    .css("warn"));
        }
        return parts;
    }

    private List<FaultResult> faults(String node) {
        return result.faults().stream()
                .filter(fault -> fault.node().equals(node))
                .toList();
    }

    private Element card(String node, String metric, List<TelemetrySample> values, String id) {
        String unit = values.get(0).unit();
        double most = values.stream().mapToDouble(TelemetrySample::value).max().orElse(0);
        SmallChart chart = new SmallChart(
                        id, Texts.words(metric) + " of " + node, words(node, values), span, 56, most > 0 ? most : 1)
                .faults(faults(node))
                .down(downtime.of(node))
                .grid(0, "0");
        if (most > 0) {
            chart.grid(most, Quantity.text(most, unit));
        }
        List<Curve.Point> points = values.stream()
                .map(sample -> new Curve.Point(sample.at(), sample.value()))
                .toList();
        chart.curve(Curve.of("curve k0", points, downtime.of(node), true));
        return Element.of(
                        "div",
                        Element.of("p", Texts.words(metric)).css("strong"),
                        chart.draw(),
                        Element.of("p", words(node, values)).css("soft"))
                .css("card");
    }

    private String words(String node, List<TelemetrySample> values) {
        String unit = values.get(0).unit();
        return "At most %s since the fault began, %s before."
                .formatted(most(node, values, unit, true), most(node, values, unit, false));
    }

    private String most(String node, List<TelemetrySample> values, String unit, boolean sinceTheFault) {
        Duration begin = faults(node).stream()
                .map(FaultResult::injectedAt)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        OptionalDouble most = values.stream()
                .filter(value -> sinceTheFault == (value.at() >= begin.toNanos() / 1000))
                .mapToDouble(TelemetrySample::value)
                .max();
        return most.isPresent() ? Quantity.text(most.getAsDouble(), unit) : "nothing reported";
    }
}
