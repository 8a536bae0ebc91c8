package io.lifeboat.report.html;

import io.lifeboat.report.Accuracy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The index of a run: every test with its verdict. */
public final class IndexPage {

    private static final List<String> URGENCY = List.of("failed", "unfinished", "aborted", "passed");
    private static final List<String> COLUMNS =
            List.of("Verdict", "Test", "Warned ahead", "Moved after", "Failed", "p99", "Recovered", "False alarms");

    /**
     * A test in the index.
     *
     * @param figures those of the columns from "Warned ahead" on, as texts
     * @param simulated whether the figures come from the simulated platform
     * @param link relative path of its report
     */
    public record Entry(
            String name,
            String testClass,
            String outcome,
            String reason,
            List<String> figures,
            boolean simulated,
            String link) {}

    private IndexPage() {}

    /**
     * The document. Failed tests come first; links are relative.
     *
     * @param accuracies how well the failures of all tests together were foreseen
     */
    public static String of(List<Entry> entries, List<Accuracy> accuracies) {
        List<Element> content = new ArrayList<>();
        content.add(header(entries));
        content.add(Element.of("h2", "Tests"));
        content.add(table(entries));
        if (entries.stream().anyMatch(Entry::simulated)) {
            content.add(Element.of("p", Verdict.SIMULATED).css("simulated"));
        }
        content.addAll(AccuracySection.of(accuracies));
        return Page.of("Lifeboat", content);
    }

    private static Element header(List<Entry> entries) {
        long bad = entries.stream()
                .filter(entry -> !entry.outcome().equals("passed"))
                .count();
        boolean onlyAborted =
                entries.stream().allMatch(entry -> List.of("passed", "aborted").contains(entry.outcome()));
        String css = bad == 0 ? "passed" : onlyAborted ? "aborted" : "failed";
        return Element.of(
                        "header",
                        Element.of("h1", "Lifeboat: resilience tests"),
                        Element.of("p", "%d tests, %d not passed".formatted(entries.size(), bad))
                                .css("reason"))
                .css("verdict " + css);
    }

    private static Element table(List<Entry> entries) {
        Element body = Element.of("tbody");
        entries.stream().sorted(Comparator.comparingInt(IndexPage::urgency)).forEach(entry -> body.add(row(entry)));
        Element head = Element.of("tr");
        COLUMNS.forEach(name -> head.add(Element.of("th", name).with("scope", "col")));
        Element caption = Element.of("caption", "All tests of this run, most urgent on top");
        Element table = Element.of("table", caption, Element.of("thead", head), body);
        return Tables.scrolling("Tests", table.css("index"));
    }

    private static int urgency(Entry entry) {
        int rank = URGENCY.indexOf(entry.outcome());
        return rank < 0 ? 1 : rank;
    }

    private static Element row(Entry entry) {
        Element test = Element.of("th")
                .with("scope", "row")
                .add(link(entry.name() + (entry.simulated() ? " (SIMULATED)" : ""), entry.link()))
                .add(links(entry));
        if (!entry.outcome().equals("passed")) {
            test.add(Element.of("div", entry.reason()).css("because"));
        }
        Element row = Element.of("tr")
                .css(entry.outcome())
                .add(Element.of("td", ReportPage.badge(entry.outcome())).css("badge"))
                .add(test);
        entry.figures().forEach(figure -> row.add(Element.of("td", figure).css("figure")));
        return row;
    }

    private static Element links(Entry entry) {
        String folder = entry.link().substring(0, entry.link().lastIndexOf('/') + 1);
        return Element.of("div", entry.testClass() + " · ")
                .css("soft small-print")
                .add(link("JSON", folder + "lifeboat-result.json"))
                .text(" · ")
                .add(link("journal", folder + "journal.jsonl"));
    }

    private static Element link(String text, String target) {
        return Element.of("a", text).with("href", target);
    }
}
