package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.journal.JournalEntry.HealthSample;
import io.lifeboat.report.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Failure probability of each component over time, one small chart a node: of the nodes that had a part in it. */
final class NodeCharts {

    private static final int MOST_NODES = 12;
    private static final int MOST_POINTS = 150;
    private static final double WIDTH = 300;

    private final ExperimentResult result;
    private final Span span;
    private final Map<String, Map<String, List<HealthSample>>> samples = new LinkedHashMap<>();

    NodeCharts(ExperimentResult result) {
        this.result = result;
        this.span = Span.of(result);
        result.entries().stream()
                .filter(HealthSample.class::isInstance)
                .map(HealthSample.class::cast)
                .forEach(sample -> samples.computeIfAbsent(sample.node(), node -> new LinkedHashMap<>())
                        .computeIfAbsent(sample.component(), component -> new ArrayList<>())
                        .add(sample));
    }

    List<Element> section() {
        if (samples.isEmpty()) {
            return List.of(Element.of("p", "No health was recorded: the engine was off, or had no telemetry.")
                    .css("soft"));
        }
        List<String> shown = involved().stream()
                .filter(samples::containsKey)
                .limit(MOST_NODES)
                .toList();
        Element grid = Element.of("div").css("nodes");
        for (int i = 0; i < shown.size(); i++) {
            grid.add(chart(shown.get(i), i));
        }
        int left = samples.size() - shown.size();
        String note =
                left == 0 ? "" : "%s other nodes, which had no part in it, are left out.".formatted(Texts.count(left));
        return List.of(grid, Element.of("p", note).css("soft"));
    }

    private Set<String> involved() {
        Set<String> nodes = new LinkedHashSet<>();
        result.faults().stream().map(FaultResult::node).forEach(nodes::add);
        result.alerts().stream().map(AlertResult::node).forEach(nodes::add);
        result.migrations().stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .forEach(nodes::add);
        if (samples.size() <= MOST_NODES) {
            nodes.addAll(samples.keySet());
        }
        return nodes;
    }

    private Element chart(String node, int index) {
        Scale x = span.scale(42, WIDTH - 6);
        Scale y = Scale.linear(0, 1, 96, 10);
        List<String> words = new ArrayList<>();
        Element drawing = Svg.drawing(
                "node-" + index, WIDTH, 116, "Failure probability of " + node, "Per component; see the list below.");
        result.faults().stream().filter(fault -> fault.node().equals(node)).forEach(fault -> {
            double begin = x.at(Span.seconds(fault.injectedAt()));
            drawing.add(Svg.rect(begin, 10, x.at(span.end(fault)) - begin, 86, "shade"));
            fault.crashedAt()
                    .map(Span::seconds)
                    .map(x::at)
                    .ifPresent(at -> drawing.add(Svg.line(at, 10, at, 96, "crash")));
        });
        for (double share : new double[] {0, 0.5, 1}) {
            drawing.add(Svg.line(42, y.at(share), WIDTH - 6, y.at(share), "grid"));
            drawing.add(Svg.text(38, y.at(share) + 4, Texts.percent(share), "axis end"));
        }
        drawing.add(Svg.text(42, 112, "0 s", "axis"))
                .add(Svg.text(WIDTH - 6, 112, Element.number(span.seconds()) + " s", "axis end"));
        Element legend = Element.of("ul").css("legend");
        int k = 0;
        for (Map.Entry<String, List<HealthSample>> component :
                samples.getOrDefault(node, Map.of()).entrySet()) {
            curve(drawing, component.getValue(), x, y, "curve k" + k % 4);
            legend.add(Element.of("li", Legend.line("curve k" + k % 4))
                    .text(words(component.getKey(), component.getValue())));
            k++;
        }
        return Element.of("div", Element.of("h3", node), drawing, legend).css("card");
    }

    private static void curve(Element drawing, List<HealthSample> samples, Scale x, Scale y, String css) {
        int step = Math.max(1, samples.size() / MOST_POINTS);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < samples.size(); i += step) {
            // The worst of those that are drawn as one, so that a short peak is not lost.
            double worst = samples.subList(i, Math.min(i + step, samples.size())).stream()
                    .filter(sample -> !sample.abstained())
                    .mapToDouble(HealthSample::probability)
                    .max()
                    .orElse(Double.NaN);
            if (!Double.isNaN(worst)) {
                points.add(new double[] {x.at(samples.get(i).at() / 1e6), y.at(worst)});
            }
        }
        if (!points.isEmpty()) {
            drawing.add(Svg.path(points, css));
        }
    }

    private static String words(String component, List<HealthSample> samples) {
        List<HealthSample> known =
                samples.stream().filter(sample -> !sample.abstained()).toList();
        if (known.isEmpty()) {
            return Texts.words(component) + ": signals missing";
        }
        double most =
                known.stream().mapToDouble(HealthSample::probability).max().orElse(0);
        double health = known.stream().mapToDouble(HealthSample::health).min().orElse(100);
        return "%s: up to %s, health at worst %.0f".formatted(Texts.words(component), Texts.percent(most), health);
    }
}
