package io.lifeboat.junit.experiment;

import io.lifeboat.junit.expect.Expectation;
import io.lifeboat.junit.expect.Judgement;
import io.lifeboat.junit.experiment.Verdict.Outcome;
import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.JournalEntry.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comes to a verdict from the result, the expectations, and what went wrong on the way. */
final class Judge {

    private static final int LONGEST_MESSAGE = 200;

    private final List<Expectation> expectations;

    Judge(List<Expectation> expectations) {
        this.expectations = expectations;
    }

    Verdict judge(
            ExperimentResult result,
            List<String> mishaps,
            Optional<String> abortReason,
            @Nullable Throwable testFailure) {
        if (abortReason.isPresent() && testFailure == null) {
            return new Verdict(Outcome.ABORTED, abortReason.get(), List.of(), List.of());
        }
        List<String> problems = new ArrayList<>();
        if (testFailure != null) {
            problems.add("the test itself failed: " + oneLine(testFailure));
        }
        problems.addAll(mishaps);
        result.faultsThatNeverTookEffect()
                .forEach(fault -> problems.add(
                        "%s never took effect: %s on %s left no trace (%s).%n      Maybe the target was idle, or the fault too short to bite."
                                .formatted(fault.id(), fault.type(), fault.node(), fault.readBack())));
        result.undoFailures().forEach(failure -> problems.add("a fault could not be undone: " + failure));
        List<Judged> judged = testFailure == null ? judgeAll(result) : List.of();
        return verdict(problems, judged);
    }

    private List<Judged> judgeAll(ExperimentResult result) {
        List<Judged> judged = new ArrayList<>();
        for (Expectation expectation : expectations) {
            Judgement judgement = expectation.judge(result);
            judged.add(new Judged(
                    0,
                    expectation.text(),
                    expectation.phase().name(),
                    judgement.passed(),
                    judgement.required(),
                    judgement.observed(),
                    judgement.reason()));
        }
        return judged;
    }

    private static Verdict verdict(List<String> problems, List<Judged> judged) {
        List<Judged> missed = judged.stream().filter(one -> !one.passed()).toList();
        if (problems.isEmpty() && missed.isEmpty()) {
            String reason = judged.isEmpty()
                    ? "nothing went wrong; no expectations were declared"
                    : "all %d expectations were met".formatted(judged.size());
            return new Verdict(Outcome.PASSED, reason, problems, judged);
        }
        return new Verdict(Outcome.FAILED, reason(problems, missed, judged.size()), problems, judged);
    }

    private static String reason(List<String> problems, List<Judged> missed, int all) {
        if (!problems.isEmpty()) {
            return problems.get(0).lines().findFirst().orElseThrow();
        }
        Judged first = missed.get(0);
        String text = "%s: required %s, observed %s".formatted(first.expectation(), first.required(), first.observed());
        return missed.size() == 1 ? text : text + " (and %d more of %d)".formatted(missed.size() - 1, all);
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getName();
        }
        String line = message.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}
