package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.model.tree.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Snapshots to learn from, two a week: every positive, and a random share of the negatives with the inverse as weight. */
record TrainingRows(Weeks weeks, int horizonDays, double keptNegatives, long seed) {

    private static final int MIDWEEK = 3;

    /** @param knownUntil no failure after this day counts, as it was not known yet when training */
    TrainingSet of(List<Drive> drives, DriveFeatures features, int knownUntil) {
        List<float[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (Drive drive : drives) {
            for (int half = 0; half < 2 * weeks.count(); half++) {
                int day = weeks.day(half / 2) + MIDWEEK * (half % 2);
                if (!drive.presentOn(day)) {
                    continue;
                }
                boolean positive = drive.failsWithin(day, horizonDays) && drive.lastDay() <= knownUntil;
                boolean drawn = random.nextDouble() < keptNegatives;
                if (positive || drawn) {
                    rows.add(features.row(drive, day));
                    labels.add(positive);
                }
            }
        }
        return set(features.names(), rows, labels);
    }

    private TrainingSet set(List<String> names, List<float[]> rows, List<Boolean> labels) {
        float[][] columns = new float[names.size()][rows.size()];
        float[] target = new float[rows.size()];
        float[] weight = new float[rows.size()];
        for (int r = 0; r < target.length; r++) {
            float[] row = rows.get(r);
            for (int f = 0; f < row.length; f++) {
                columns[f][r] = row[f];
            }
            target[r] = labels.get(r) ? 1 : 0;
            weight[r] = labels.get(r) ? 1 : (float) (1 / keptNegatives);
        }
        return new TrainingSet(names, columns, target, weight);
    }
}
