package io.lifeboat.junit.experiment;

import io.lifeboat.report.journal.JournalEntry.Judged;
import java.util.List;

/**
 * How an experiment ended.
 *
 * @param outcome passed, failed or aborted
 * @param reason one sentence, the most important thing first
 * @param problems what went wrong apart from expectations: a fault that never took effect, an undo that failed …
 * @param judged every expectation, met or not
 */
public record Verdict(Outcome outcome, String reason, List<String> problems, List<Judged> judged) {

    /** The ways an experiment can end. */
    public enum Outcome {
        PASSED,
        FAILED,
        ABORTED
    }

    /** All that is wrong, a line each, for the message of the failed test. */
    public String details() {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append("%n  ✘ %s".formatted(problem)));
        judged.stream()
                .filter(one -> !one.passed())
                .forEach(one -> text.append("%n  ✘ %s: required %s, observed %s%s"
                        .formatted(one.expectation(), one.required(), one.observed(), because(one))));
        return text.toString();
    }

    private static String because(Judged one) {
        return one.reason().isEmpty() ? "" : "%n      %s".formatted(one.reason().replace("\n", "%n      ".formatted()));
    }
}
