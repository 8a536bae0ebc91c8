package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.journal.JournalEntry.Finished;
import io.lifeboat.report.journal.JournalEntry.Judged;
import io.lifeboat.report.journal.JournalEntry.Started;
import io.lifeboat.report.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The report of one test as one HTML document. */
public final class ReportPage {

    private ReportPage() {}

    /** The document. Whatever the journal holds is escaped. */
    public static String of(ExperimentResult result) {
        String name = result.started().map(Started::displayName).orElse("Unknown test");
        List<Element> content = new ArrayList<>();
        content.add(Verdict.of(result, outcome(result), name));
        section(content, "What was required", List.of(expectations(result)));
        section(content, "Prediction", PredictionSection.of(result));
        section(content, "What happened", timeline(result));
        section(
                content,
                "From injection to service elsewhere",
                orNone(Breakdown.of(result), "No workload was moved away from a fault."));
        section(content, "What the nodes felt: raw signals", new SignalCharts(result).section());
        section(content, "Failure probability and health by node", new NodeCharts(result).section());
        section(content, "Phases side by side", List.of(Facts.phases(result)));
        section(content, "Proof that the faults took effect", Facts.faults(result));
        section(content, "Migrations", Facts.migrations(result));
        section(content, "Queue of migrations", Facts.queue(result));
        section(content, "Incidents", Facts.incidents(result));
        section(content, "Alerts", Facts.alerts(result));
        section(content, "Notes", Facts.notes(result));
        section(content, "Run it again", Facts.replay(result));
        return Page.of(outcome(result) + ": " + name, content);
    }

    private static void section(List<Element> content, String title, List<Element> parts) {
        if (!parts.isEmpty()) {
            content.add(Element.of("section", Element.of("h2", title)).add(parts));
        }
    }

    private static List<Element> orNone(List<Element> parts, String otherwise) {
        return parts.isEmpty() ? List.of(Element.of("p", otherwise).css("soft")) : parts;
    }

    static String badge(String outcome) {
        return switch (outcome) {
            case "passed" -> "✔ PASSED";
            case "failed" -> "✘ FAILED";
            case "aborted" -> "⊘ ABORTED";
            default -> "? UNFINISHED";
        };
    }

    private static String outcome(ExperimentResult result) {
        return result.finished().map(Finished::outcome).orElse("unfinished");
    }

    private static Element expectations(ExperimentResult result) {
        if (result.judged().isEmpty()) {
            return Element.of("p", "No expectation was judged.").css("soft");
        }
        return Tables.of(
                "Every expectation, what it required and what was observed",
                List.of("Expectation", "Verdict", "Required", "Observed", "Phase", "Why"),
                result.judged().stream().map(ReportPage::row).toList());
    }

    private static List<String> row(Judged judged) {
        return List.of(
                judged.expectation(),
                judged.passed() ? "✔ met" : "✘ missed",
                judged.required(),
                judged.observed(),
                Texts.words(judged.phase()),
                judged.reason());
    }

    private static List<Element> timeline(ExperimentResult result) {
        List<Element> parts = new ArrayList<>();
        parts.add(Legend.of(!result.loadOverTime().isEmpty()));
        parts.add(Tables.scrolling("Timeline", Timeline.of(result).css("wide")));
        if (result.loadOverTime().isEmpty()) {
            parts.add(Element.of("p", "The test put no load on: there is no latency to show.")
                    .css("soft"));
        }
        int hidden = Math.max(0, result.faults().size() - Lanes.MOST_FAULTS)
                + Math.max(0, result.migrations().size() - Lanes.MOST_MIGRATIONS);
        if (hidden > 0) {
            parts.add(Element.of("p", hidden + " more faults and migrations are in the tables only.")
                    .css("soft"));
        }
        return parts;
    }
}
