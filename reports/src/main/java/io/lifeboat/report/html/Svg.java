package io.lifeboat.report.html;

import java.util.List;
import java.util.stream.Collectors;

/** The shapes that the charts are made of. */
final class Svg {

    private Svg() {}

    /** A drawing that a screen reader announces by its title and description. */
    static Element drawing(String id, double width, double height, String title, String description) {
        return Element.of("svg")
                .with("viewBox", "0 0 " + Element.number(width) + " " + Element.number(height))
                .with("role", "img")
                .with("aria-labelledby", id + "-t " + id + "-d")
                .add(Element.of("title", title).with("id", id + "-t"))
                .add(Element.of("desc", description).with("id", id + "-d"));
    }

    static Element rect(double x, double y, double width, double height, String css) {
        return Element.of("rect")
                .with("x", x)
                .with("y", y)
                .with("width", Math.max(width, 1))
                .with("height", Math.max(height, 0))
                .css(css);
    }

    static Element line(double x1, double y1, double x2, double y2, String css) {
        return Element.of("line")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2)
                .css(css);
    }

    static Element circle(double x, double y, double radius, String css) {
        return Element.of("circle")
                .with("cx", x)
                .with("cy", y)
                .with("r", radius)
                .css(css);
    }

    static Element text(double x, double y, String text, String css) {
        return Element.of("text", text).with("x", x).with("y", y).css(css);
    }

    static Element path(List<double[]> points, String css) {
        String steps = points.stream()
                .map(point -> Element.number(point[0]) + " " + Element.number(point[1]))
                .collect(Collectors.joining("L", "M", ""));
        return Element.of("path").with("d", steps).css(css);
    }

    static Element polygon(String css, double... coordinates) {
        StringBuilder points = new StringBuilder();
        for (double coordinate : coordinates) {
            points.append(points.isEmpty() ? "" : " ").append(Element.number(coordinate));
        }
        return Element.of("polygon").with("points", points.toString()).css(css);
    }

    /** A shape with a hint that appears under the mouse. */
    static Element hinted(Element shape, String hint) {
        return shape.add(Element.of("title", hint));
    }
}
