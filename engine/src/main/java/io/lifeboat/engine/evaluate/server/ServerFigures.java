package io.lifeboat.engine.evaluate.server;

import io.lifeboat.engine.model.anomaly.Unusualness;
import io.lifeboat.engine.model.calibration.Ranking;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How good the scores of one server are. Nothing is point-adjusted.
 *
 * @param bestF1 F1 over rows at the threshold that is best on these labels
 * @param segmentRecall share of labelled segments with a row above the score that 1 % of the other rows exceed
 * @param auc area under the ROC curve over rows
 * @param alarms how good the alarms raised are
 */
record ServerFigures(double bestF1, double segmentRecall, double auc, AlarmFigures alarms) {

    private static final double FALSE_POSITIVE_RATE = 0.01;

    static ServerFigures of(ServerScores scored, boolean[] anomalous) {
        double[] scores = scored.scores();
        double[] healthy = IntStream.range(0, scores.length)
                .filter(i -> !anomalous[i])
                .mapToDouble(i -> scores[i])
                .sorted()
                .toArray();
        double atRate = healthy[(int) Math.ceil(healthy.length * (1 - FALSE_POSITIVE_RATE)) - 1];
        return new ServerFigures(
                bestF1(scores, anomalous),
                AlarmFigures.of(above(scores, atRate), anomalous).segmentRecall(),
                Ranking.of(floats(scores), anomalous).auc(),
                AlarmFigures.of(scored.alarms(), anomalous));
    }

    /** The share of segments in which one of the three metrics with the most guilt, summed over the rows, is to blame. */
    static double topThree(ServerScores scored, List<GuiltySegment> segments) {
        long hits = segments.stream()
                .filter(segment -> guiltiest(ranking(scored.rows(), segment)).stream()
                        .anyMatch(metric -> segment.metrics().contains(metric + 1)))
                .count();
        return hits / (double) segments.size();
    }

    /** The same, with the ranking of the one row of the segment that scores highest. */
    static double topThreeOfHighestRow(ServerScores scored, List<GuiltySegment> segments) {
        long hits = segments.stream()
                .filter(segment -> guiltiest(highest(scored.rows(), segment).ranking()).stream()
                        .anyMatch(metric -> segment.metrics().contains(metric + 1)))
                .count();
        return hits / (double) segments.size();
    }

    private static List<Integer> guiltiest(List<Integer> ranking) {
        return ranking.subList(0, Math.min(3, ranking.size()));
    }

    private static Unusualness highest(Unusualness[] rows, GuiltySegment segment) {
        return IntStream.rangeClosed(segment.first(), Math.min(segment.last(), rows.length - 1))
                .mapToObj(i -> rows[i])
                .max(Comparator.comparingDouble(Unusualness::score))
                .orElseThrow();
    }

    private static List<Integer> ranking(Unusualness[] rows, GuiltySegment segment) {
        double[] guilt = new double[rows[0].attribution().length];
        for (int row = segment.first(); row <= Math.min(segment.last(), rows.length - 1); row++) {
            for (int metric = 0; metric < guilt.length; metric++) {
                guilt[metric] += rows[row].attribution()[metric];
            }
        }
        return Unusualness.of(guilt).ranking();
    }

    private static double bestF1(double[] scores, boolean[] anomalous) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -scores[i]));
        long positives =
                IntStream.range(0, scores.length).filter(i -> anomalous[i]).count();
        double best = 0;
        int hits = 0;
        for (int k = 0; k < order.length; k++) {
            hits += anomalous[order[k]] ? 1 : 0;
            boolean tied = k + 1 < order.length && scores[order[k + 1]] == scores[order[k]];
            best = tied ? best : Math.max(best, 2.0 * hits / (k + 1 + positives));
        }
        return best;
    }

    private static boolean[] above(double[] scores, double threshold) {
        boolean[] above = new boolean[scores.length];
        for (int i = 0; i < above.length; i++) {
            above[i] = scores[i] > threshold;
        }
        return above;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
