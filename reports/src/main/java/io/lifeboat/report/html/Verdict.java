package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.FaultResult;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.JournalEntry.Judged;
import io.lifeboat.report.journal.JournalEntry.Started;
import java.util.ArrayList;
import java.util.List;

/** The top card: how it ended, why, and under which conditions. */
final class Verdict {

    /** What a simulated run does and does not show. */
    static final String SIMULATED =
            "SIMULATED: nodes, workloads and faults are objects in virtual time. The figures show"
                    + " what the engine decides, not how real hardware or processes behave.";

    private static final int MOST_FAILURES = 3;

    private Verdict() {}

    static Element of(ExperimentResult result, String outcome, String name) {
        String reason = result.finished().map(Finished::reason).orElse("The journal broke off before a verdict.");
        Element header = Element.of(
                        "header",
                        Element.of("div", ReportPage.badge(outcome)).css("badge"),
                        Element.of("h1", name),
                        Element.of("p", reason).css("reason"))
                .css("verdict " + (List.of("passed", "failed", "aborted").contains(outcome) ? outcome : "unfinished"));
        if (outcome.equals("aborted")) {
            header.add(
                    Element.of("p", "Aborted is neither passed nor failed: the experiment could not be carried out."));
        }
        List<Element> why = outcome.equals("passed") ? List.of() : why(result);
        if (!why.isEmpty()) {
            header.add(Element.of("ul").css("why").add(why));
        }
        result.started().ifPresent(started -> header.add(conditions(started)));
        if (isSimulated(result)) {
            header.add(Element.of("p", SIMULATED).css("simulated"));
        }
        return Element.of("div", header, KeyFigures.of(result));
    }

    private static boolean isSimulated(ExperimentResult result) {
        return result.faults().stream().anyMatch(FaultResult::simulated)
                || result.started()
                        .filter(started -> started.platform().equals("simulated"))
                        .isPresent();
    }

    private static Element conditions(Started started) {
        return Element.of(
                        "p",
                        "%s · seed %d · %s platform · engine %s"
                                .formatted(started.testClass(), started.seed(), started.platform(), started.engine()))
                .css("soft");
    }

    private static List<Element> why(ExperimentResult result) {
        List<Element> lines = new ArrayList<>();
        result.judged().stream()
                .filter(judged -> !judged.passed())
                .forEach(judged -> lines.add(Element.of("li", missed(judged))));
        result.faultsThatNeverTookEffect()
                .forEach(fault -> lines.add(
                        Element.of("li", "%s on %s never took effect.".formatted(fault.type(), fault.node()))));
        result.undoFailures().forEach(undo -> lines.add(Element.of("li", "A fault could not be undone: " + undo)));
        result.firstFailures().stream()
                .limit(MOST_FAILURES)
                .forEach(text -> lines.add(Element.of("li", "A failed request saw: " + text)));
        return lines;
    }

    private static String missed(Judged judged) {
        String because = judged.reason().isEmpty() ? "" : ": " + judged.reason();
        return "✘ %s — required %s, observed %s%s"
                .formatted(judged.expectation(), judged.required(), judged.observed(), because);
    }
}
