package io.lifeboat.engine.evaluate.disk;

import java.util.List;

/**
 * Three rankings of the same drives and weeks, as three questions have three answers: whom few healthy drives ever pass, what this
 * week's decision is worth, and who is next.
 *
 * @param suspicion decides about alarms
 * @param now how a drive looks, in log-odds; decides about costs
 * @param urgency who fails soonest, in log-odds; orders a list of drives to inspect
 */
record DriveScores(WeeklyScores suspicion, WeeklyScores now, WeeklyScores urgency) {

    private static final int MEMORY_WEEKS = 26;
    private static final float NOW_LATCH = 0.4f;

    /**
     * Between these log-odds (1.1 % and 6.3 % within half a year to a year) lasting suspicion alone ranks drives. Below, none is
     * suspicious, above all are, and how they look now decides. On a late slice of training as on the test period 5 % of healthy drives
     * ever pass -4.25 to -4.3, and 1 % pass -3.2 to -3.0.
     */
    private static final float HARDLY_SUSPICIOUS = -4.5f;

    private static final float CLEARLY_SUSPICIOUS = -2.7f;

    /** So small that it only orders drives whose lasting suspicion is alike. */
    private static final float NOW_SHARE = 0.02f;

    /** @param threads at least 1; the scores do not depend on it */
    static DriveScores of(List<Drive> drives, Weeks weeks, DiskModel model, int threads) {
        List<WeeklyScores> scores =
                WeeklyScores.of(drives, weeks, model.features(), 3, model::nowLastingUrgency, threads);
        WeeklyScores now = scores.get(0).latched(NOW_LATCH, MEMORY_WEEKS);
        return new DriveScores(suspicion(now, scores.get(1)), now, scores.get(2));
    }

    /**
     * Who is suspicious is asked of the highest lasting score in half a year: a drive that a long look finds bad stays bad, and one
     * high score is enough for a false alarm, so nothing is lost by remembering it.
     */
    static WeeklyScores suspicion(WeeklyScores now, WeeklyScores lasting) {
        float[] lasted = lasting.latched(1, MEMORY_WEEKS).score();
        float[] suspicion = new float[lasted.length];
        for (int i = 0; i < suspicion.length; i++) {
            float level = Math.max(HARDLY_SUSPICIOUS, Math.min(CLEARLY_SUSPICIOUS, lasted[i]));
            suspicion[i] = level + NOW_SHARE * now.score()[i];
        }
        return now.withScores(suspicion);
    }

    /** The same weeks of different drives in one. */
    static DriveScores concat(List<DriveScores> parts) {
        return new DriveScores(
                WeeklyScores.concat(parts.stream().map(DriveScores::suspicion).toList()),
                WeeklyScores.concat(parts.stream().map(DriveScores::now).toList()),
                WeeklyScores.concat(parts.stream().map(DriveScores::urgency).toList()));
    }
}
