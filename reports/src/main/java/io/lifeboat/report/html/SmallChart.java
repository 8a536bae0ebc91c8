package io.lifeboat.report.html;

import io.lifeboat.report.FaultResult;
import io.lifeboat.report.html.Downtime.Stretch;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.List;

/** A small chart of one node over the whole run: its faults shaded, its crash marked, and its curves. */
final class SmallChart {

    private static final double WIDTH = 300;
    private static final double LEFT = 52;
    private static final double TOP = 10;

    private final Span span;
    private final Scale x;
    private final Scale y;
    private final double bottom;
    private final Element drawing;

    /** @param most the top of the vertical axis, which begins at 0 */
    SmallChart(String id, String title, String description, Span span, double height, double most) {
        this.span = span;
        this.x = span.scale(LEFT, WIDTH - 6);
        this.bottom = TOP + height;
        this.y = Scale.linear(0, most, bottom, TOP);
        this.drawing = Svg.drawing(id, WIDTH, bottom + 20, title, description);
    }

    SmallChart faults(List<FaultResult> faults) {
        for (FaultResult fault : faults) {
            double begin = x.at(Span.seconds(fault.injectedAt()));
            drawing.add(Svg.rect(begin, TOP, x.at(span.end(fault)) - begin, bottom - TOP, "shade"));
        }
        return this;
    }

    SmallChart down(List<Stretch> stretches) {
        for (Stretch stretch : stretches) {
            double at = x.at(stretch.begin() / 1e6);
            drawing.add(Svg.line(at, TOP, at, bottom, "crash"));
            boolean leftwards = at > WIDTH - 50;
            drawing.add(Svg.text(
                    leftwards ? at - 4 : at + 4, TOP + 11, "✕ down", leftwards ? "crash-text end" : "crash-text"));
        }
        return this;
    }

    SmallChart grid(double value, String text) {
        drawing.add(Svg.line(LEFT, y.at(value), WIDTH - 6, y.at(value), "grid"));
        drawing.add(Svg.text(LEFT - 4, y.at(value) + 4, text, "axis end"));
        return this;
    }

    SmallChart curve(Curve curve) {
        for (List<double[]> piece : curve.pieces()) {
            drawing.add(Svg.path(
                    piece.stream()
                            .map(point -> new double[] {x.at(point[0]), y.at(point[1])})
                            .toList(),
                    curve.css()));
        }
        if (curve.cut() && !curve.pieces().isEmpty()) {
            List<double[]> first = curve.pieces().get(0);
            double[] end = first.get(first.size() - 1);
            drawing.add(Svg.circle(x.at(end[0]), y.at(end[1]), 3, "stop"));
        }
        return this;
    }

    /** The area between two curves over time; points hold seconds, low and high. */
    SmallChart band(List<double[]> points, String css) {
        int n = points.size();
        double[] outline = new double[4 * n];
        for (int i = 0; i < n; i++) {
            double[] point = points.get(i);
            outline[2 * i] = x.at(point[0]);
            outline[2 * i + 1] = y.at(point[2]);
            outline[4 * n - 2 - 2 * i] = x.at(point[0]);
            outline[4 * n - 1 - 2 * i] = y.at(point[1]);
        }
        drawing.add(Svg.polygon(css, outline));
        return this;
    }

    /** A threshold from some time on, with its name; the line ends where the next one begins. */
    SmallChart threshold(double value, double begin, double end, String css, String hint) {
        drawing.add(Svg.hinted(Svg.line(x.at(begin), y.at(value), x.at(end), y.at(value), css), hint));
        return this;
    }

    Element draw() {
        return drawing.add(Svg.text(LEFT, bottom + 16, "0 s", "axis"))
                .add(Svg.text(
                        WIDTH - 6,
                        bottom + 16,
                        Texts.duration(Duration.ofNanos((long) (span.seconds() * 1e9))),
                        "axis end"));
    }
}
