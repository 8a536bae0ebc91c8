package io.lifeboat.engine.evaluate.disk;

import io.lifeboat.engine.model.calibration.Logits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One score for every drive and week it was there, drive by drive.
 *
 * @param drives the drives, indexed by {@code drive}
 * @param weeks the calendar
 * @param drive for each score the index of its drive, ascending
 * @param week for each score the number of its week, ascending within a drive
 * @param score the scores, higher means more likely to fail
 */
@SuppressWarnings("ArrayRecordComponent")
record WeeklyScores(List<Drive> drives, Weeks weeks, int[] drive, int[] week, float[] score) {

    static final int HORIZON_DAYS = 30;
    /**
     * Scores rows as they are built; nothing of a row is kept.
     *
     * @param model gives as many scores of a row as {@code count}; a table of each comes back
     * @param threads more than 1 for as many as the machine has; the scores do not depend on it
     */
    static List<WeeklyScores> of(
            List<Drive> drives,
            Weeks weeks,
            DriveFeatures features,
            int count,
            Function<float[], double[]> model,
            int threads) {
        WeeklyScores first = unscored(drives, weeks);
        List<WeeklyScores> all = new ArrayList<>();
        for (int m = 0; m < count; m++) {
            all.add(first.withScores(new float[first.size()]));
        }
        IntStream rows = IntStream.range(0, first.size());
        (threads > 1 ? rows.parallel() : rows).forEach(i -> {
            double[] scores = model.apply(features.row(first.driveOf(i), first.day(i)));
            for (int m = 0; m < count; m++) {
                all.get(m).score[i] = (float) scores[m];
            }
        });
        return all;
    }

    /** All scores 0. */
    static WeeklyScores unscored(List<Drive> drives, Weeks weeks) {
        int total = 0;
        for (Drive drive : drives) {
            total += (int) weeks.days().filter(drive::presentOn).count();
        }
        WeeklyScores scores = new WeeklyScores(drives, weeks, new int[total], new int[total], new float[total]);
        int next = 0;
        for (int d = 0; d < drives.size(); d++) {
            for (int w = 0; w < weeks.count(); w++) {
                if (drives.get(d).presentOn(weeks.day(w))) {
                    scores.drive[next] = d;
                    scores.week[next++] = w;
                }
            }
        }
        return scores;
    }

    int size() {
        return score.length;
    }

    Drive driveOf(int i) {
        return drives.get(drive[i]);
    }

    int day(int i) {
        return weeks.day(week[i]);
    }

    /** Whether the drive fails within 30 days of the snapshot. */
    boolean positive(int i) {
        return driveOf(i).failsWithin(day(i), HORIZON_DAYS);
    }

    boolean[] labels() {
        boolean[] labels = new boolean[size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = positive(i);
        }
        return labels;
    }

    /** What scores that are log-odds claim. */
    double[] probabilities() {
        return IntStream.range(0, size())
                .mapToDouble(i -> Logits.sigmoid(score[i]))
                .toArray();
    }

    /**
     * Mixes into each score the highest of the drive in the weeks before. A drive that once looked bad and calmed down is still worse
     * than one that never did; averages would forget, and weaken fast failures besides.
     *
     * @param share of the highest score, in [0, 1]
     * @param memory in weeks, at least 0
     */
    WeeklyScores latched(float share, int memory) {
        float[] latched = new float[size()];
        for (int i = 0; i < latched.length; i++) {
            float highest = score[i];
            for (int k = i - 1; k >= 0 && drive[k] == drive[i] && week[k] >= week[i] - memory; k--) {
                highest = Math.max(highest, score[k]);
            }
            latched[i] = (1 - share) * score[i] + share * highest;
        }
        return withScores(latched);
    }

    /** One table of several that have the same weeks and different drives. */
    static WeeklyScores concat(List<WeeklyScores> parts) {
        int total = parts.stream().mapToInt(WeeklyScores::size).sum();
        List<Drive> drives = new ArrayList<>();
        WeeklyScores all =
                new WeeklyScores(drives, parts.get(0).weeks(), new int[total], new int[total], new float[total]);
        int next = 0;
        for (WeeklyScores part : parts) {
            for (int i = 0; i < part.size(); i++) {
                all.drive[next + i] = part.drive[i] + drives.size();
            }
            System.arraycopy(part.week, 0, all.week, next, part.size());
            System.arraycopy(part.score, 0, all.score, next, part.size());
            next += part.size();
            drives.addAll(part.drives());
        }
        return all;
    }

    WeeklyScores withScores(float[] newScore) {
        return new WeeklyScores(drives, weeks, drive, week, newScore);
    }
}
