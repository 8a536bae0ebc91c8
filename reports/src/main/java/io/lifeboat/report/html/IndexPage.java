package io.lifeboat.report.html;

import java.util.ArrayList;
import java.util.List;

/** The index of a run: every test with its verdict. */
public final class IndexPage {

    /**
     * A test in the index.
     *
     * @param link relative path of its report
     */
    public record Entry(String name, String testClass, String outcome, String reason, String link) {}

    private IndexPage() {}

    /** The document. Failed tests come first; links are relative. */
    public static String of(List<Entry> entries) {
        long failed = entries.stream()
                .filter(entry -> !entry.outcome().equals("passed"))
                .count();
        List<Element> content = new ArrayList<>();
        content.add(Element.of(
                        "header",
                        Element.of("h1", "Lifeboat: resilience tests"),
                        Element.of("p", "%d tests, %d not passed".formatted(entries.size(), failed))
                                .css("reason"))
                .css("verdict " + (failed == 0 ? "passed" : "failed")));
        Element body = Element.of("tbody");
        entries.forEach(entry -> body.add(row(entry)));
        Element head = Element.of("tr");
        List.of("Test", "Verdict", "Reason")
                .forEach(name -> head.add(Element.of("th", name).with("scope", "col")));
        Element table =
                Element.of("table", Element.of("caption", "All tests of this run"), Element.of("thead", head), body);
        content.add(Element.of("h2", "Tests"));
        content.add(Tables.scrolling("Tests", table));
        return Page.of("Lifeboat", content);
    }

    private static Element row(Entry entry) {
        Element link = Element.of("a", entry.name()).with("href", entry.link());
        return Element.of(
                "tr",
                Element.of("th", link, Element.of("div", entry.testClass()).css("soft"))
                        .with("scope", "row"),
                Element.of("td", ReportPage.badge(entry.outcome())),
                Element.of("td", entry.reason()));
    }
}
