package io.lifeboat.report.html;

import io.lifeboat.report.ExperimentResult;
import io.lifeboat.report.LoadPoint;
import io.lifeboat.report.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Latency, throughput and failures over time, below the lanes of what was done and what it led to. */
final class Timeline {

    private static final double WIDTH = 960;
    private static final double LEFT = 84;
    private static final double RIGHT = 14;

    private final ExperimentResult result;
    private final Span span;
    private final Scale x;
    private final List<LoadPoint> points;
    private final List<Markup> shapes = new ArrayList<>();

    private Timeline(ExperimentResult result) {
        this.result = result;
        this.span = Span.of(result);
        this.x = span.scale(LEFT, WIDTH - RIGHT);
        this.points = Buckets.of(result.loadOverTime());
    }

    static Element of(ExperimentResult result) {
        return new Timeline(result).draw();
    }

    private Element draw() {
        Lanes lanes = new Lanes(result, span, x);
        double top = lanes.height() + 10;
        double bottom = points.isEmpty() ? top : top + 296;
        result.faults().forEach(fault -> {
            double begin = x.at(Span.seconds(fault.injectedAt()));
            shapes.add(
                    Svg.rect(begin, lanes.height(), x.at(span.end(fault)) - begin, bottom - lanes.height(), "shade"));
        });
        shapes.addAll(lanes.shapes());
        if (!points.isEmpty()) {
            latency(top, 150);
            bars(top + 172, 60, "Requests/s", this::perSecond, "bar");
            bars(top + 252, 40, "Failed/s", this::failedPerSecond, "bar bad");
        }
        crashes(lanes.height(), bottom);
        axis(bottom);
        return Svg.drawing("timeline", WIDTH, bottom + 26, "Timeline", description())
                .add(shapes);
    }

    private void latency(double y, double height) {
        double low = Math.pow(10, Math.floor(Math.log10(Math.max(1, smallest()))));
        double high = points.stream()
                        .mapToDouble(point -> point.latencies().getMaxValue())
                        .max()
                        .orElse(10)
                * 1.2;
        Scale scale = Scale.logarithmic(low, Math.max(high, low * 10), y + height, y);
        for (double tick = low; tick <= scale.to(); tick *= 10) {
            grid(scale.at(tick), Texts.latency(Duration.ofNanos((long) tick * 1000)));
        }
        shapes.add(Svg.text(LEFT + 4, y + 4, "Latency (logarithmic)", "small strong"));
        curve(scale, "curve max", 100);
        curve(scale, "curve p99", 99);
        curve(scale, "curve p90", 90);
        curve(scale, "curve p50", 50);
    }

    private double smallest() {
        return points.stream()
                .filter(point -> point.latencies().getTotalCount() > 0)
                .mapToDouble(point -> point.latencies().getValueAtPercentile(50))
                .min()
                .orElse(1);
    }

    private void curve(Scale scale, String css, double percentile) {
        List<double[]> steps = new ArrayList<>();
        for (LoadPoint point : points) {
            if (point.latencies().getTotalCount() == 0) {
                flush(steps, css);
            } else {
                double middle = Span.seconds(point.end()) - Span.seconds(point.length()) / 2;
                double value = Math.max(1, point.latencies().getValueAtPercentile(percentile));
                steps.add(new double[] {x.at(middle), scale.at(value)});
            }
        }
        flush(steps, css);
    }

    /** Ends a curve where there is no data: a gap is shown as a gap. */
    private void flush(List<double[]> steps, String css) {
        if (steps.size() > 1) {
            shapes.add(Svg.path(steps, css));
        }
        steps.clear();
    }

    private void bars(double y, double height, String name, ToDoubleFunction<LoadPoint> value, String css) {
        double most = points.stream().mapToDouble(value).max().orElse(0);
        Scale scale = Scale.linear(0, most, y + height, y + 8);
        grid(y + height, "0");
        if (most > 0) {
            grid(scale.at(most), Texts.count(Math.round(Math.ceil(most))));
        }
        for (LoadPoint point : points) {
            double begin = x.at(Span.seconds(point.end().minus(point.length())));
            double top = scale.at(value.applyAsDouble(point));
            if (top < y + height) {
                shapes.add(Svg.rect(begin, top, x.at(Span.seconds(point.end())) - begin - 0.6, y + height - top, css));
            }
        }
        shapes.add(Svg.text(LEFT + 4, y + 4, most > 0 ? name : name + ": none", "small strong"));
    }

    private double perSecond(LoadPoint point) {
        return point.succeeded() / Math.max(Span.seconds(point.length()), 1e-6);
    }

    private double failedPerSecond(LoadPoint point) {
        return point.failed() / Math.max(Span.seconds(point.length()), 1e-6);
    }

    private void grid(double y, String text) {
        shapes.add(Svg.line(LEFT, y, WIDTH - RIGHT, y, "grid"));
        shapes.add(Svg.text(LEFT - 10, y + 4, text, "axis end"));
    }

    private void crashes(double from, double to) {
        result.faults().stream()
                .flatMap(fault -> fault.crashedAt().stream())
                .map(Span::seconds)
                .map(x::at)
                .forEach(at -> {
                    shapes.add(Svg.line(at, from, at, to, "crash"));
                    boolean leftwards = at > WIDTH - 110;
                    shapes.add(Svg.text(
                            leftwards ? at - 5 : at + 5,
                            from + 14,
                            "✕ node crashed",
                            leftwards ? "crash-text end" : "crash-text"));
                });
    }

    private void axis(double y) {
        span.ticks()
                .forEach(second ->
                        shapes.add(Svg.text(x.at(second), y + 18, Element.number(second) + " s", "axis mid")));
    }

    private String description() {
        return "%d faults, %d alerts and %d migrations over %s. The tables below have the figures."
                .formatted(
                        result.faults().size(),
                        result.alerts().size(),
                        result.migrations().size(),
                        Texts.duration(Duration.ofNanos((long) (span.seconds() * 1e9))));
    }
}
