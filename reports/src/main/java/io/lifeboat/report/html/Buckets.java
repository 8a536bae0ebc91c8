package io.lifeboat.report.html;

import io.lifeboat.report.LoadPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Long runs are drawn with fewer points: neighbouring intervals are added up, percentiles from the sum. */
final class Buckets {

    private static final int MOST = 200;

    private Buckets() {}

    static List<LoadPoint> of(List<LoadPoint> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        List<LoadPoint> sorted =
                points.stream().sorted(Comparator.comparing(LoadPoint::end)).toList();
        long width = Math.max(
                sorted.get(sorted.size() - 1).end().toNanos() / MOST,
                sorted.get(0).length().toNanos() * 9 / 10);
        List<LoadPoint> buckets = new ArrayList<>();
        List<LoadPoint> open = new ArrayList<>();
        for (LoadPoint point : sorted) {
            if (!open.isEmpty() && point.end().minus(open.get(0).end()).toNanos() >= width) {
                buckets.add(sum(open));
                open.clear();
            }
            open.add(point);
        }
        buckets.add(sum(open));
        return buckets;
    }

    private static LoadPoint sum(List<LoadPoint> points) {
        Histogram latencies = new Histogram(3);
        points.forEach(point -> latencies.add(point.latencies()));
        Duration end = points.get(points.size() - 1).end();
        Duration begin = points.stream()
                .map(point -> point.end().minus(point.length()))
                .min(Comparator.naturalOrder())
                .orElse(end);
        return new LoadPoint(
                end,
                end.minus(begin),
                points.stream().mapToLong(LoadPoint::succeeded).sum(),
                points.stream().mapToLong(LoadPoint::failed).sum(),
                latencies);
    }
}
