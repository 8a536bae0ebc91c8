package io.lifeboat.report.html;

import java.util.List;

/** What the lines of a chart mean. */
final class Legend {

    private Legend() {}

    static Element line(String css) {
        return Element.of("svg", Svg.line(0, 5, 28, 5, css))
                .with("viewBox", "0 0 28 10")
                .with("aria-hidden", "true");
    }

    static Element of(boolean latencies) {
        Element list = Element.of("ul").css("legend");
        for (String name : latencies ? List.of("p50", "p90", "p99", "max") : List.<String>of()) {
            list.add(Element.of("li", line("curve " + name)).text(name));
        }
        return list.add(Element.of("li", "shaded: fault in place"))
                .add(Element.of("li", "wedge: severity ramps up"))
                .add(Element.of("li", "▲ alert"))
                .add(Element.of("li", "✕ crash"));
    }
}
