package io.lifeboat.engine.evaluate.nab;

import java.util.Arrays;
import java.util.List;

/** One file with its windows and anomaly scores, and what an alarm at each value is worth. Not thread-safe. */
final class ScoredSeries {

    private static final double FAR_BEHIND = 3;
    private static final int OUTSIDE = -1;

    private final NabSeries series;
    private final List<NabWindow> windows;
    private final double[] scores;
    private final double[] worth;
    private final int[] window;
    private final double[] best;

    ScoredSeries(NabSeries series, List<NabWindow> windows, double[] scores) {
        if (scores.length != series.values().length) {
            throw new IllegalArgumentException("%s has %d values, but there are %d scores."
                    .formatted(series.name(), series.values().length, scores.length));
        }
        this.series = series;
        this.windows = windows;
        this.scores = scores;
        this.worth = new double[scores.length];
        this.window = new int[scores.length];
        this.best = new double[windows.size()];
        weigh();
    }

    NabSeries series() {
        return series;
    }

    List<NabWindow> windows() {
        return windows;
    }

    double[] scores() {
        return scores;
    }

    /** What the file earns, before scaling. */
    double raw(NabProfile profile, double threshold) {
        reset(profile);
        double total = -profile.falseNegative() * windows.size();
        for (int i = series.probation(); i < scores.length; i++) {
            if (scores[i] >= threshold) {
                total += gain(profile, i);
            }
        }
        return total;
    }

    /** Starts anew without any alarm. */
    void reset(NabProfile profile) {
        Arrays.fill(best, -profile.falseNegative());
    }

    /** What one more alarm adds. */
    double gain(NabProfile profile, int index) {
        int inside = window[index];
        if (inside == OUTSIDE) {
            return profile.falsePositive() * worth[index];
        }
        double gain = Math.max(0, profile.truePositive() * worth[index] - best[inside]);
        best[inside] += gain;
        return gain;
    }

    private void weigh() {
        double most = sigmoid(-1);
        int next = 0;
        for (int i = 0; i < worth.length; i++) {
            if (next < windows.size() && i > windows.get(next).last()) {
                next++;
            }
            boolean inside = next < windows.size() && i >= windows.get(next).first();
            window[i] = inside ? next : OUTSIDE;
            worth[i] = inside ? sigmoid(positionIn(windows.get(next), i)) / most : sigmoid(positionAfter(next, i));
        }
    }

    /** -1 at the first value of the window, just below 0 at the last. */
    private static double positionIn(NabWindow window, int index) {
        return -(window.last() - index + 1) / (double) window.length();
    }

    /** How many windows' lengths behind the last window. */
    private double positionAfter(int next, int index) {
        if (next == 0) {
            return FAR_BEHIND;
        }
        NabWindow previous = windows.get(next - 1);
        return (index - previous.last()) / (double) (previous.length() - 1);
    }

    private static double sigmoid(double position) {
        return position >= FAR_BEHIND ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
    }
}
