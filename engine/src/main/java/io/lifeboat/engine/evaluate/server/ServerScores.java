package io.lifeboat.engine.evaluate.server;

import io.lifeboat.engine.model.anomaly.CrossMetricDetector;
import io.lifeboat.engine.model.anomaly.CrossMetricModel;
import io.lifeboat.engine.model.anomaly.EpisodeThreshold;
import io.lifeboat.engine.model.anomaly.Unusualness;
import java.util.Arrays;

/**
 * What the detector said of every test row of one server.
 *
 * @param name of the test file
 * @param rows the judgements, in the order of time
 * @param alarms whether each row is an alarm
 */
@SuppressWarnings("ArrayRecordComponent")
record ServerScores(String name, Unusualness[] rows, boolean[] alarms) {

    private static final double LEARN_SHARE = 0.7;
    private static final double ALPHA = 0.01;

    /**
     * Learns from training rows without labels. The threshold begins at the score that one in a hundred rows of the last part of
     * the training data exceeds, under a model of the first part, and adapts to the rows it has judged.
     */
    static ServerScores of(String name, double[][] train, double[][] test) {
        int split = (int) (LEARN_SHARE * train.length);
        double[][] calibration = Arrays.copyOfRange(train, split, train.length);
        Unusualness[] held = judge(CrossMetricModel.train(Arrays.copyOf(train, split)), calibration);
        double[] scores =
                Arrays.stream(held).mapToDouble(Unusualness::score).sorted().toArray();
        double threshold = scores[(int) ((1 - ALPHA) * (scores.length - 1))];
        Unusualness[] rows = judge(CrossMetricModel.train(train), test);
        return new ServerScores(name, rows, alarms(rows, new EpisodeThreshold(threshold, ALPHA)));
    }

    private static boolean[] alarms(Unusualness[] rows, EpisodeThreshold threshold) {
        boolean[] alarms = new boolean[rows.length];
        for (int row = 0; row < rows.length; row++) {
            alarms[row] = threshold.alarm(rows[row].score());
        }
        return alarms;
    }

    double[] scores() {
        return Arrays.stream(rows).mapToDouble(Unusualness::score).toArray();
    }

    private static Unusualness[] judge(CrossMetricModel model, double[][] rows) {
        CrossMetricDetector detector = new CrossMetricDetector(model);
        return Arrays.stream(rows).map(detector::update).toArray(Unusualness[]::new);
    }
}
