package io.lifeboat.report.markdown;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.PredictionSentence;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.JournalEntry.Judged;
import io.lifeboat.report.journal.JournalEntry.Started;
import java.util.Optional;

/** The result of a test as Markdown. */
public final class MarkdownSummary {

    private MarkdownSummary() {}

    /** The document; names cannot break out of their cell or become markup. */
    public static String of(ExperimentResult result) {
        String outcome = result.finished().map(Finished::outcome).orElse("unfinished");
        StringBuilder out = new StringBuilder();
        out.append("### ").append(outcome.equals("passed") ? "✔ " : "✘ ");
        out.append(escape(result.started().map(Started::displayName).orElse("unknown test")));
        out.append(" — ").append(escape(outcome)).append("\n\n");
        out.append(escape(result.finished().map(Finished::reason).orElse("The journal broke off before a verdict.")));
        out.append("\n\n");
        prediction(result).ifPresent(line -> out.append(line).append("\n\n"));
        if (!result.judged().isEmpty()) {
            out.append("| | Expectation | Required | Observed |\n| --- | --- | --- | --- |\n");
            result.judged().forEach(judged -> row(out, judged));
        }
        return out.append("\n[Report](index.html)\n").toString();
    }

    private static Optional<String> prediction(ExperimentResult result) {
        return result.engineWasHeard()
                ? Optional.of("Prediction: %s%s."
                        .formatted(
                                PredictionSentence.lead(result)
                                        .map(lead -> lead + "; ")
                                        .orElse(""),
                                PredictionSentence.falseAlarms(result)))
                : Optional.empty();
    }

    private static void row(StringBuilder out, Judged judged) {
        out.append(judged.passed() ? "| ✔ | " : "| ✘ | ")
                .append(escape(judged.expectation()))
                .append(" | ")
                .append(escape(judged.required()))
                .append(" | ")
                .append(escape(judged.observed()))
                .append(" |\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_{}\\[\\]()#|!~>$])", "\\\\$1")
                .replaceAll("\\p{Cntrl}+", " ");
    }
}
