package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.html.Downtime.Stretch;
import io.lifeboat.report.journal.JournalEntry.HealthSample;
import io.lifeboat.report.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Failure probability and health of each component over time: of the nodes that had a part in it. */
final class NodeCharts {

    private static final int MOST_NODES = 12;

    private final ExperimentResult result;
    private final Span span;
    private final Downtime downtime;
    private final RiskLines lines;
    private final Map<String, Map<String, List<HealthSample>>> samples = new LinkedHashMap<>();

    NodeCharts(ExperimentResult result) {
        this.result = result;
        this.span = Span.of(result);
        this.downtime = Downtime.of(result);
        this.lines = new RiskLines(result, span);
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
            grid.add(card(shown.get(i), i));
        }
        int left = samples.size() - shown.size();
        return left == 0
                ? List.of(grid)
                : List.of(
                        grid,
                        Element.of("p", Texts.count(left) + " other nodes, which had no part in it, are left out.")
                                .css("soft"));
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

    private Element card(String node, int index) {
        Map<String, List<HealthSample>> components = samples.getOrDefault(node, Map.of());
        Element legend = Element.of("ul").css("legend");
        int k = 0;
        for (Map.Entry<String, List<HealthSample>> component : components.entrySet()) {
            legend.add(Element.of("li", Legend.line(style(k++))).text(words(component.getKey(), component.getValue())));
        }
        Element card = Element.of("div", Element.of("h3", node)).css("card");
        card.add(Element.of("p", "Failure probability").css("soft"))
                .add(probability(node, index, components))
                .add(Element.of("p", "Health (100 is best)").css("soft"))
                .add(health(node, index, components))
                .add(legend);
        RiskLines.most(components)
                .ifPresent(component ->
                        card.add(Element.of("p", lines.words(node, component)).css("soft")));
        return card;
    }

    private Element probability(String node, int index, Map<String, List<HealthSample>> components) {
        SmallChart chart = chart("node-" + index, "Failure probability of " + node, node, 110, 1);
        chart.grid(0, "0 %").grid(0.5, "50 %").grid(1, "100 %");
        RiskLines.most(components).ifPresent(component -> lines.draw(chart, node, component, downtime.of(node)));
        curves(chart, node, components, HealthSample::probability, true);
        return chart.draw();
    }

    private Element health(String node, int index, Map<String, List<HealthSample>> components) {
        SmallChart chart = chart("health-" + index, "Health of " + node, node, 40, 100);
        chart.grid(0, "0").grid(100, "100");
        curves(chart, node, components, HealthSample::health, false);
        return chart.draw();
    }

    private SmallChart chart(String id, String title, String node, double height, double most) {
        List<FaultResult> faults = result.faults().stream()
                .filter(fault -> fault.node().equals(node))
                .toList();
        return new SmallChart(id, title, "Per component; the list below has the extremes.", span, height, most)
                .faults(faults)
                .down(downtime.of(node));
    }

    private void curves(
            SmallChart chart,
            String node,
            Map<String, List<HealthSample>> components,
            ToDoubleFunction<HealthSample> value,
            boolean highIsBad) {
        List<Stretch> down = downtime.of(node);
        int k = 0;
        for (List<HealthSample> all : components.values()) {
            List<Curve.Point> points = all.stream()
                    .map(sample ->
                            new Curve.Point(sample.at(), sample.abstained() ? Double.NaN : value.applyAsDouble(sample)))
                    .toList();
            chart.curve(Curve.of(style(k++), points, down, highIsBad));
        }
    }

    private static String style(int k) {
        return "curve k" + k % 4;
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
