package io.lifeboat.engine.evaluate.disk;

import java.util.Arrays;

/**
 * What a policy would have cost on the drives of a period. Each week, a workload is moved off its drive if the probability of failure
 * reaches the threshold. The move is paid, lasts some days, and keeps the workload safe until 30 days after the decision, the horizon
 * of the probability; then it is decided anew. A failure costs unless the move had ended and its safety had not. A failure counts until a
 * week after the last snapshot.
 *
 * @param scores every drive and week
 * @param probability for each of the scores
 * @param moveDays from decision to safety
 */
@SuppressWarnings("ArrayRecordComponent")
record CostReplay(WeeklyScores scores, double[] probability, int moveDays) {

    private static final int WEEK = 7;

    /** Something that is never reached: reacting only. */
    static final double NEVER = Double.POSITIVE_INFINITY;

    /** Adds up one drive's cost; its snapshots are those from {@code from} on with the same drive. */
    double cost(int from, WorkloadCost workload, double threshold) {
        Drive drive = scores.driveOf(from);
        double cost = 0;
        int decided = Integer.MIN_VALUE / 2;
        for (int i = from; i < scores.size() && scores.drive()[i] == scores.drive()[from]; i++) {
            int day = scores.day(i);
            if (day >= decided + WeeklyScores.HORIZON_DAYS && probability[i] >= threshold) {
                cost += workload.move();
                decided = day;
            }
        }
        boolean safe = drive.lastDay() >= decided + moveDays && drive.lastDay() <= decided + WeeklyScores.HORIZON_DAYS;
        boolean counts = drive.failed() && drive.lastDay() <= scores.weeks().lastDay() + WEEK;
        return cost + (counts && !safe ? workload.failure() : 0);
    }

    /** Where in the table each drive begins. */
    int[] beginnings() {
        int[] beginnings = new int[scores.size()];
        int count = 0;
        for (int i = 0; i < scores.size(); i++) {
            if (i == 0 || scores.drive()[i] != scores.drive()[i - 1]) {
                beginnings[count++] = i;
            }
        }
        return Arrays.copyOf(beginnings, count);
    }
}
