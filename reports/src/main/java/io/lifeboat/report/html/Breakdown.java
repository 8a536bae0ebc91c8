package io.lifeboat.report.html;

import io.lifeboat.report.AlertResult;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.MigrationResult;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the injection to service elsewhere, step by step, for each workload that left the node of a fault. */
final class Breakdown {

    private static final List<String> STEPS = List.of("detect", "decide", "copy and start", "switch", "drain");
    private static final double WIDTH = 960;
    private static final int MOST = 10;

    private Breakdown() {}

    static List<Element> of(ExperimentResult result) {
        List<Element> bars = new ArrayList<>();
        for (FaultResult fault : result.faults()) {
            result.migrations().stream()
                    .filter(move ->
                            move.from().equals(fault.node()) && move.failure().isEmpty())
                    .filter(move -> move.decidedAt().compareTo(fault.injectedAt()) >= 0)
                    .limit(Math.max(0, MOST - bars.size()))
                    .forEach(move -> bars.add(bar(result, fault, move, bars.size())));
        }
        return bars;
    }

    private static Element bar(ExperimentResult result, FaultResult fault, MigrationResult move, int index) {
        List<Optional<Duration>> ends = List.of(
                result.firstAlert(fault, "WARNING")
                        .map(AlertResult::at)
                        .filter(at -> at.compareTo(move.decidedAt()) <= 0),
                Optional.of(move.decidedAt()),
                Optional.ofNullable(move.phases().get("SWITCHING")),
                move.servingAt(),
                move.completedAt());
        Duration last =
                ends.stream().flatMap(Optional::stream).reduce((a, b) -> b).orElse(move.decidedAt());
        Scale x = Scale.linear(Span.seconds(fault.injectedAt()), Span.seconds(last), 0, WIDTH);
        Element drawing = Svg.drawing(
                "move-" + index, WIDTH, 34, move.workload() + " leaves " + fault.node(), "See the list below.");
        List<String> words = new ArrayList<>();
        Duration begin = fault.injectedAt();
        for (int i = 0; i < STEPS.size(); i++) {
            if (ends.get(i).isPresent()) {
                Duration end = ends.get(i).get();
                String text = STEPS.get(i) + " " + Texts.duration(end.minus(begin));
                segment(drawing, x, begin, end, i, text);
                words.add(text);
                begin = end;
            }
        }
        String total = move.servingAt()
                .map(at -> "Serving on %s %s after the injection"
                        .formatted(move.to(), Texts.duration(at.minus(fault.injectedAt()))))
                .orElse("Not serving elsewhere");
        return Element.of("div")
                .add(Element.of("h3", move.workload() + ": " + move.from() + " → " + move.to()))
                .add(Tables.scrolling("Breakdown of " + move.workload(), drawing.css("wide")))
                .add(Element.of("p", total + ": " + String.join(" · ", words) + ".")
                        .css("soft"));
    }

    private static void segment(Element drawing, Scale x, Duration begin, Duration end, int step, String text) {
        double from = x.at(Span.seconds(begin));
        double width = x.at(Span.seconds(end)) - from;
        drawing.add(Svg.hinted(Svg.rect(from, 4, width - 1, 26, "seg" + step), text));
        if (width > text.length() * 7) {
            drawing.add(Svg.text(from + 8, 21, text, "on-fault"));
        }
    }
}
