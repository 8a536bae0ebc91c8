package io.lifeboat.engine.evaluate.nab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The scorer of the benchmark, version 1.1, written from its paper (Lavin and Ahmad, ICMLA 2015) and checked against the
 * published results of a detector (see the tests). Not thread-safe.
 *
 * <p>An alarm inside a window earns by how early it is, only the best one counting; an alarm outside costs, less shortly
 * after a window. The total is scaled so that no alarm at all is 0 and the earliest possible alarms are 100.
 */
final class NabCorpus {

    /** One value that an alarm may be raised at. */
    private record Point(double score, ScoredSeries series, int index) {}

    private final List<ScoredSeries> all = new ArrayList<>();

    /** @param scores one a value, higher more anomalous; an alarm is raised where the score reaches the threshold */
    void add(NabSeries series, List<NabWindow> windows, double[] scores) {
        all.add(new ScoredSeries(series, windows, scores));
    }

    int windows() {
        return all.stream().mapToInt(series -> series.windows().size()).sum();
    }

    /** The scaled score of raising alarms at scores of at least the threshold. */
    double score(NabProfile profile, double threshold) {
        double total = 0;
        for (ScoredSeries series : all) {
            total += series.raw(profile, threshold);
        }
        return scaled(profile, total);
    }

    /** The threshold with the best score, and that score; the largest of equally good ones. */
    NabOptimum optimum(NabProfile profile) {
        List<Point> points = points();
        double total = -profile.falseNegative() * windows();
        NabOptimum best = new NabOptimum(Double.POSITIVE_INFINITY, scaled(profile, total));
        all.forEach(series -> series.reset(profile));
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            total += point.series().gain(profile, point.index());
            boolean last = i + 1 == points.size() || points.get(i + 1).score() < point.score();
            if (last && scaled(profile, total) > best.score()) {
                best = new NabOptimum(point.score(), scaled(profile, total));
            }
        }
        return best;
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (ScoredSeries series : all) {
            for (int i = series.series().probation(); i < series.scores().length; i++) {
                // A detector that gives no score at all cannot raise an alarm there.
                if (series.scores()[i] > 0) {
                    points.add(new Point(series.scores()[i], series, i));
                }
            }
        }
        points.sort(Comparator.comparingDouble(Point::score).reversed());
        return points;
    }

    private double scaled(NabProfile profile, double total) {
        double none = -profile.falseNegative() * windows();
        double perfect = profile.truePositive() * windows();
        return 100 * (total - none) / (perfect - none);
    }
}
