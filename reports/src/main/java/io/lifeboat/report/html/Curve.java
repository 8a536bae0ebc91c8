package io.lifeboat.report.html;

import io.lifeboat.report.html.Downtime.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of one signal over time, ready to be drawn: no more points than a small chart can show, and interrupted
 * where there was nothing to measure.
 *
 * @param css how the line looks
 * @param pieces each without a gap; points hold seconds and value
 * @param cut whether the curve ends because the node went down
 */
record Curve(String css, List<List<double[]>> pieces, boolean cut) {

    private static final int MOST_POINTS = 150;

    /** A value at a time in microseconds; not a number where there is none. */
    record Point(long at, double value) {}

    /** @param highIsBad which of the points that are drawn as one stands for them, so that a short peak is not lost */
    static Curve of(String css, List<Point> points, List<Stretch> down, boolean highIsBad) {
        int step = Math.max(1, points.size() / MOST_POINTS);
        List<List<double[]>> pieces = new ArrayList<>();
        List<double[]> open = new ArrayList<>();
        boolean cut = false;
        for (int i = 0; i < points.size(); i += step) {
            List<Point> together = points.subList(i, Math.min(i + step, points.size()));
            boolean isDown = down.stream()
                    .anyMatch(stretch -> stretch.holds(together.get(0).at()));
            double value = isDown ? Double.NaN : worst(together, highIsBad);
            cut |= isDown;
            if (!Double.isNaN(value)) {
                open.add(new double[] {together.get(0).at() / 1e6, value});
            } else if (!open.isEmpty()) {
                pieces.add(open);
                open = new ArrayList<>();
            }
        }
        if (!open.isEmpty()) {
            pieces.add(open);
        }
        return new Curve(css, pieces, cut || !down.isEmpty());
    }

    private static double worst(List<Point> points, boolean highIsBad) {
        var known = points.stream().mapToDouble(Point::value).filter(value -> !Double.isNaN(value));
        return (highIsBad ? known.max() : known.min()).orElse(Double.NaN);
    }
}
