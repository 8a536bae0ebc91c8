package io.lifeboat.engine.evaluate.server;

/**
 * How good alarms over the rows of one server are. Nothing is point-adjusted.
 *
 * @param precision share of alarms within labelled segments; NaN without an alarm
 * @param recall share of labelled rows with an alarm; NaN without a label
 * @param f1 their harmonic mean
 * @param falsePositiveRate share of rows outside segments with an alarm
 * @param segmentRecall share of segments with an alarm; NaN without a segment
 */
record AlarmFigures(double precision, double recall, double f1, double falsePositiveRate, double segmentRecall) {

    static AlarmFigures of(boolean[] alarms, boolean[] anomalous) {
        int hits = 0;
        int raised = 0;
        int positives = 0;
        for (int i = 0; i < alarms.length; i++) {
            raised += alarms[i] ? 1 : 0;
            positives += anomalous[i] ? 1 : 0;
            hits += alarms[i] && anomalous[i] ? 1 : 0;
        }
        return new AlarmFigures(
                hits / (double) raised,
                hits / (double) positives,
                raised + positives == 0 ? 0 : 2.0 * hits / (raised + positives),
                (raised - hits) / (double) (alarms.length - positives),
                segmentRecall(alarms, anomalous));
    }

    private static double segmentRecall(boolean[] alarms, boolean[] anomalous) {
        int segments = 0;
        int found = 0;
        boolean hit = false;
        for (int i = 0; i < alarms.length; i++) {
            boolean starts = anomalous[i] && (i == 0 || !anomalous[i - 1]);
            segments += starts ? 1 : 0;
            hit = !starts && hit;
            if (anomalous[i] && !hit && alarms[i]) {
                hit = true;
                found++;
            }
        }
        return segments == 0 ? Double.NaN : found / (double) segments;
    }
}
