package io.lifeboat.engine.evaluate.rul;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far predictions usually are off, by what was predicted: near the end the error is small. Straight lines between bins. */
@SuppressWarnings("ArrayRecordComponent")
record SpreadCurve(double[] predicted, double[] spread) {

    private static final int BINS = 8;
    private static final double FLOOR = 1;

    static SpreadCurve fit(double[] predictions, double[] truths) {
        int[] order = IntStream.range(0, predictions.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predictions[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int bins = Math.min(BINS, order.length);
        double[] centre = new double[bins];
        double[] spread = new double[bins];
        for (int b = 0; b < bins; b++) {
            int from = order.length * b / bins;
            int to = order.length * (b + 1) / bins;
            for (int i = from; i < to; i++) {
                centre[b] += predictions[order[i]] / (to - from);
                spread[b] += Math.abs(predictions[order[i]] - truths[order[i]]) / (to - from);
            }
            spread[b] = Math.max(FLOOR, spread[b]);
        }
        return new SpreadCurve(centre, spread);
    }

    double at(double prediction) {
        int after = Arrays.binarySearch(predicted, prediction);
        int right = after >= 0 ? after : -after - 1;
        if (right == 0 || right == predicted.length) {
            return spread[Math.min(right, spread.length - 1)];
        }
        double share = (prediction - predicted[right - 1]) / (predicted[right] - predicted[right - 1]);
        return spread[right - 1] + share * (spread[right] - spread[right - 1]);
    }
}
