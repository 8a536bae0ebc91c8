package io.lifeboat.report.html;

import java.util.List;

/** Tables with a caption and scopes, in a box that scrolls by itself on a narrow screen. */
final class Tables {

    private Tables() {}

    static Element of(String caption, List<String> head, List<List<String>> rows) {
        Element headRow = Element.of("tr");
        head.forEach(name -> headRow.add(Element.of("th", name).with("scope", "col")));
        Element body = Element.of("tbody");
        for (List<String> row : rows) {
            Element line = Element.of("tr");
            for (int i = 0; i < row.size(); i++) {
                line.add(i == 0 ? Element.of("th", row.get(0)).with("scope", "row") : Element.of("td", row.get(i)));
            }
            body.add(line);
        }
        Element table = Element.of("table", Element.of("caption", caption), Element.of("thead", headRow), body);
        return scrolling(caption, table);
    }

    static Element scrolling(String label, Element wide) {
        return Element.of("div", wide)
                .css("scroll")
                .with("role", "region")
                .with("tabindex", "0")
                .with("aria-label", label);
    }
}
