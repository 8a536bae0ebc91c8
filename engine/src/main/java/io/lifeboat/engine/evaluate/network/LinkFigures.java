package io.lifeboat.engine.evaluate.network;

/** Figures over steps. */
final class LinkFigures {

    private LinkFigures() {}

    static double precision(double[] probabilities, boolean[] failed, double threshold) {
        return hits(probabilities, failed, threshold) / (double) alarms(probabilities, threshold);
    }

    static double recall(double[] probabilities, boolean[] failed, double threshold) {
        return hits(probabilities, failed, threshold) / (double) count(failed);
    }

    static double f1(double[] probabilities, boolean[] failed, double threshold) {
        int both = alarms(probabilities, threshold) + count(failed);
        return both == 0 ? 0 : 2.0 * hits(probabilities, failed, threshold) / both;
    }

    static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    private static int alarms(double[] probabilities, double threshold) {
        int alarms = 0;
        for (double p : probabilities) {
            alarms += p >= threshold ? 1 : 0;
        }
        return alarms;
    }

    private static int hits(double[] probabilities, boolean[] failed, double threshold) {
        int hits = 0;
        for (int i = 0; i < failed.length; i++) {
            hits += failed[i] && probabilities[i] >= threshold ? 1 : 0;
        }
        return hits;
    }
}
