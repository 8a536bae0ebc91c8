package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.Phase;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.Optional;

/** The few figures that most readers come for. */
final class KeyFigures {

    private KeyFigures() {}

    static Element of(ExperimentResult result) {
        Optional<Duration> lead = result.faults().stream()
                .flatMap(fault -> result.leadTime(fault, "WARNING").stream())
                .min(Duration::compareTo);
        Optional<Duration> moved = result.faults().stream()
                .flatMap(fault -> result.workloadsHitBy(fault).stream()
                        .flatMap(workload -> result.timeToMove(fault, workload).stream()))
                .max(Duration::compareTo);
        Optional<Duration> recovered = result.faults().stream()
                .flatMap(fault -> result.recoveryTime(fault).stream())
                .max(Duration::compareTo);
        String failed = result.hasData(Phase.WHOLE) ? Texts.count(result.failures(Phase.WHOLE)) : Texts.MISSING;
        return Element.of("ul")
                .css("cards")
                .add(card("Warned ahead of failure", Texts.duration(lead), "first warning to crash or full severity"))
                .add(card("Serving elsewhere after", Texts.duration(moved), "slowest workload, since the injection"))
                .add(card("Failed requests", failed, "of " + Texts.count(result.requests(Phase.WHOLE))))
                .add(card(
                        "p99 latency", Texts.duration(result.latency(Phase.WHOLE, 99)), "whole run, waiting included"))
                .add(card("Recovered after", Texts.duration(recovered), "slowest, since the end of the fault"))
                .add(card(
                        "False alarms",
                        Texts.count(result.falseAlarms("WARNING").size()),
                        "warnings without a fault"));
    }

    private static Element card(String name, String value, String detail) {
        return Element.of(
                        "li",
                        Element.of("p", name),
                        Element.of("b", value),
                        Element.of("p", detail).css("soft"))
                .css("card");
    }
}
