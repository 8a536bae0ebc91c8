package io.lifeboat.engine.evaluate.disk;

import java.util.Arrays;

/**
 * The highest score of each device over a whole period: of healthy drives over all their weeks, of failing drives over the
 * weeks in the 30 days before they failed. Drives that fail after the horizon of the last week are neither.
 *
 * @param healthy the scores of healthy drives, ascending
 * @param failing the scores of failing drives, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record DeviceScores(double[] healthy, double[] failing) {

    static DeviceScores of(WeeklyScores scores) {
        double[] highest = new double[scores.drives().size()];
        boolean[] failing = new boolean[highest.length];
        Arrays.fill(highest, Double.NaN);
        for (int i = 0; i < scores.size(); i++) {
            int drive = scores.drive()[i];
            boolean positive = scores.positive(i);
            if (positive || !scores.driveOf(i).failed()) {
                highest[drive] =
                        Double.isNaN(highest[drive]) ? scores.score()[i] : Math.max(highest[drive], scores.score()[i]);
                failing[drive] |= positive;
            }
        }
        return new DeviceScores(select(highest, failing, false), select(highest, failing, true));
    }

    private static double[] select(double[] highest, boolean[] failing, boolean wanted) {
        double[] selected = new double[highest.length];
        int count = 0;
        for (int d = 0; d < highest.length; d++) {
            if (failing[d] == wanted && !Double.isNaN(highest[d])) {
                selected[count++] = highest[d];
            }
        }
        double[] sorted = Arrays.copyOf(selected, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The lowest threshold at which no more than this share of healthy drives is ever flagged. */
    double thresholdAt(double falseAlarmRate) {
        if (healthy.length == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        int allowed = (int) Math.floor(falseAlarmRate * healthy.length);
        double boundary = healthy[healthy.length - 1 - allowed];
        return Math.nextUp((float) boundary);
    }

    /** The share of healthy drives whose highest score reaches the threshold. */
    double falseAlarmRate(double threshold) {
        return shareAtLeast(healthy, threshold);
    }

    /** The share of failing drives that reach the threshold in the 30 days before they fail. */
    double detectionRate(double threshold) {
        return shareAtLeast(failing, threshold);
    }

    private static double shareAtLeast(double[] sorted, double threshold) {
        long reached = Arrays.stream(sorted).filter(s -> s >= threshold).count();
        return (double) reached / sorted.length;
    }
}
