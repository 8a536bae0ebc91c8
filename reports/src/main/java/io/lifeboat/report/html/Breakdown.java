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

    /** Shorter steps are left out: nobody could see them. */
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private record Step(int kind, Duration begin, Duration end) {

        String text() {
            return STEPS.get(kind) + " " + Texts.duration(end.minus(begin));
        }
    }

    private Breakdown() {}

    static List<Element> of(ExperimentResult result) {
        List<Element> bars = new ArrayList<>();
        for (FaultResult fault : result.faults()) {
            result.migrations().stream()
                    .filter(move ->
                            move.from().equals(fault.node()) && move.failure().isEmpty())
                    .filter(move -> move.decidedAt().compareTo(fault.injectedAt()) >= 0)
                    .limit(Math.max(0, MOST - bars.size()))
                    .forEach(move -> bars.add(bar(fault, move, steps(result, fault, move), bars.size())));
        }
        return bars;
    }

    private static List<Step> steps(ExperimentResult result, FaultResult fault, MigrationResult move) {
        List<Optional<Duration>> ends = List.of(
                result.firstAlert(fault, "WARNING")
                        .map(AlertResult::at)
                        .filter(at -> at.compareTo(move.decidedAt()) <= 0),
                Optional.of(move.decidedAt()),
                Optional.ofNullable(move.phases().get("SWITCHING")),
                move.servingAt(),
                move.completedAt());
        List<Step> steps = new ArrayList<>();
        Duration begin = fault.injectedAt();
        for (int i = 0; i < STEPS.size(); i++) {
            Duration end = ends.get(i).orElse(begin);
            if (end.minus(begin).compareTo(SHORTEST) >= 0) {
                steps.add(new Step(i, begin, end));
                begin = end;
            }
        }
        return steps;
    }

    private static Element bar(FaultResult fault, MigrationResult move, List<Step> steps, int index) {
        Duration last = steps.isEmpty()
                ? fault.injectedAt()
                : steps.get(steps.size() - 1).end();
        Scale x = Scale.linear(Span.seconds(fault.injectedAt()), Span.seconds(last), 0, WIDTH);
        Element drawing = Svg.drawing(
                "move-" + index, WIDTH, 34, move.workload() + " leaves " + fault.node(), "See the sentence below.");
        steps.forEach(step -> segment(drawing, x, step));
        String words = String.join(" · ", steps.stream().map(Step::text).toList());
        return Element.of("div")
                .add(Element.of("h3", move.workload() + ": " + move.from() + " → " + move.to()))
                .add(Tables.scrolling("Breakdown of " + move.workload(), drawing.css("wide")))
                .add(Element.of("p", total(fault, move) + (words.isEmpty() ? "." : ": " + words + "."))
                        .css("soft"));
    }

    private static String total(FaultResult fault, MigrationResult move) {
        return move.servingAt()
                .map(at -> "Serving on %s %s after the injection"
                        .formatted(move.to(), Texts.duration(at.minus(fault.injectedAt()))))
                .orElse("Not serving elsewhere");
    }

    private static void segment(Element drawing, Scale x, Step step) {
        double from = x.at(Span.seconds(step.begin()));
        double width = x.at(Span.seconds(step.end())) - from;
        drawing.add(Svg.hinted(Svg.rect(from, 4, width - 1, 26, "seg" + step.kind()), step.text()));
        if (width > step.text().length() * 7) {
            drawing.add(Svg.text(from + 8, 21, step.text(), "on-fault"));
        }
    }
}
