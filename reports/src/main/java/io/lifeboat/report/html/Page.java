package io.lifeboat.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The frame of a document: nothing is loaded, nothing runs, and the policy says so. */
final class Page {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private Page() {}

    static String of(String title, List<? extends Markup> content) {
        Element head = Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
                Element.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Element.of("title", title),
                Page::style);
        Element html = Element.of(
                        "html", head, Element.of("body", Element.of("main").add(content)))
                .with("lang", "en");
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
        html.appendTo(out);
        return out.append('\n').toString();
    }

    /** Our own style sheet is the one text that is not escaped; it holds nothing from outside. */
    private static void style(StringBuilder out) {
        try (InputStream css = Page.class.getResourceAsStream("report.css")) {
            if (css == null) {
                throw new IllegalStateException("report.css is missing beside %s.".formatted(Page.class.getName()));
            }
            out.append("<style>")
                    .append(new String(css.readAllBytes(), StandardCharsets.UTF_8))
                    .append("</style>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
