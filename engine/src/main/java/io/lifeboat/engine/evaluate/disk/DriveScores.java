package io.lifeboat.engine.evaluate.disk;

import java.util.List;

/**
 * Two rankings of the same drives and weeks.
 *
 * @param suspicion decides about alarms and is what probabilities are calibrated from
 * @param urgency who fails next; orders a list of drives to inspect
 */
record DriveScores(WeeklyScores suspicion, WeeklyScores urgency) {

    private static final int MEMORY_WEEKS = 26;
    private static final float PRESENT_LATCH = 0.4f;

    /**
     * Between these log-odds (1.1 % and 6.3 % within half a year to a year) lasting suspicion alone ranks drives. Below, none is
     * suspicious, above all are, and how they look now decides. On a late slice of training as on the test period 5 % of healthy drives
     * ever pass -4.25 to -4.3, and 1 % pass -3.2 to -3.0.
     */
    private static final float HARDLY_SUSPICIOUS = -4.5f;

    private static final float CLEARLY_SUSPICIOUS = -2.7f;

    /** So small that it only orders drives whose lasting suspicion is alike. */
    private static final float PRESENT_SHARE = 0.02f;

    static DriveScores of(List<Drive> drives, Weeks weeks, DiskModel model) {
        List<WeeklyScores> scores = WeeklyScores.of(
                drives, weeks, model.features(), List.of(model::present, model::lasting, model::urgency));
        return new DriveScores(suspicion(scores.get(0), scores.get(1)), scores.get(2));
    }

    /**
     * Who is suspicious is asked of the highest lasting score in half a year: a drive that a long look finds bad stays bad, and one
     * high score is enough for a false alarm, so nothing is lost by remembering it.
     */
    static WeeklyScores suspicion(WeeklyScores present, WeeklyScores lasting) {
        float[] now = present.latched(PRESENT_LATCH, MEMORY_WEEKS).score();
        float[] lasted = lasting.latched(1, MEMORY_WEEKS).score();
        float[] suspicion = new float[now.length];
        for (int i = 0; i < suspicion.length; i++) {
            float level = Math.max(HARDLY_SUSPICIOUS, Math.min(CLEARLY_SUSPICIOUS, lasted[i]));
            suspicion[i] = level + PRESENT_SHARE * now[i];
        }
        return present.withScores(suspicion);
    }
}
