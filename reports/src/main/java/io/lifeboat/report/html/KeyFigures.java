package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.Headlines;
import io.lifeboat.report.journal.Phase;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.Optional;

/** The few figures that most readers come for. */
final class KeyFigures {

    private KeyFigures() {}

    static Element of(ExperimentResult result) {
        String failed = result.hasData(Phase.WHOLE) ? Texts.count(result.failures(Phase.WHOLE)) : Texts.MISSING;
        return Element.of("ul")
                .css("cards")
                .add(lead(result))
                .add(card(
                        "Serving elsewhere after",
                        Headlines.slowestMove(result).map(Texts::duration).orElse("–"),
                        Headlines.slowestMove(result).isPresent()
                                ? "slowest workload, since the injection"
                                : "nothing was moved off a faulty node"))
                .add(card("Failed requests", failed, "of " + Texts.count(result.requests(Phase.WHOLE))))
                .add(card(
                        "p99 latency",
                        result.latency(Phase.WHOLE, 99).map(Texts::latency).orElse(Texts.MISSING),
                        "whole run, waiting included"))
                .add(recovery(result))
                .add(card(
                        "False alarms",
                        Texts.count(result.falseAlarms("WARNING").size()),
                        "warnings without a fault"));
    }

    private static Element lead(ExperimentResult result) {
        Optional<Duration> lead = Headlines.shortestLead(result);
        if (lead.isEmpty()) {
            if (Headlines.unwarned(result) == 0 && result.faults().stream().anyMatch(FaultResult::struckAtOnce)) {
                return card(
                        "No run-up",
                        Headlines.slowestNotice(result)
                                .map(time -> "detected " + Texts.duration(time) + " after")
                                .orElse("never detected"),
                        "nothing to predict: the fault struck at once");
            }
            boolean failed =
                    result.faults().stream().anyMatch(fault -> fault.failedAt().isPresent());
            return card("Warned ahead of failure", failed ? "never" : "–", failed ? "no warning" : "nothing failed");
        }
        return lead.get().isNegative()
                ? card(
                        "Warned too late",
                        Texts.duration(lead.get().negated()) + " late",
                        "first warning came after the crash or full severity")
                : card(
                        "Warned ahead of failure",
                        Texts.duration(lead.get()),
                        "first warning to crash or full severity");
    }

    private static Element recovery(ExperimentResult result) {
        if (!result.hasData(Phase.WHOLE) || result.faults().isEmpty()) {
            return card("Recovered after", "–", result.faults().isEmpty() ? "there was no fault" : "no load");
        }
        Optional<Duration> slowest = Headlines.slowestRecovery(result);
        if (slowest.isEmpty()) {
            return card("Recovered after", "not seen", "the run ended before a whole good second");
        }
        if (!slowest.get().isZero()) {
            return card("Recovered after", Texts.duration(slowest.get()), "slowest, since the end of the fault");
        }
        return result.failures(Phase.WHOLE) == 0
                ? card("Recovery", "no interruption", "service was good when the fault ended, and nothing failed")
                : card("Recovery", "before the end", "service was good again when the fault ended");
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
