package io.lifeboat.engine.evaluate.server;

import io.lifeboat.engine.model.anomaly.CrossMetricDetector;
import io.lifeboat.engine.model.anomaly.CrossMetricModel;
import io.lifeboat.engine.model.anomaly.Unusualness;
import java.util.Arrays;

/**
 * What the detector said of every test row of one server.
 *
 * @param name of the test file
 * @param rows the judgements, in the order of time
 * @param threshold alarms are raised at scores above this
 */
record ServerScores(String name, Unusualness[] rows, double threshold) {

    private static final double LEARN_SHARE = 0.7;
    private static final double ALARM_QUANTILE = 0.99;

    /**
     * Learns from training rows without labels. The threshold is the score that one in a hundred rows of the last part of
     * the training data exceeds, under a model of the first part.
     */
    static ServerScores of(String name, double[][] train, double[][] test) {
        int split = (int) (LEARN_SHARE * train.length);
        double[][] calibration = Arrays.copyOfRange(train, split, train.length);
        Unusualness[] held = judge(CrossMetricModel.train(Arrays.copyOf(train, split)), calibration);
        double[] scores =
                Arrays.stream(held).mapToDouble(Unusualness::score).sorted().toArray();
        double threshold = scores[(int) (ALARM_QUANTILE * (scores.length - 1))];
        return new ServerScores(name, judge(CrossMetricModel.train(train), test), threshold);
    }

    double[] scores() {
        return Arrays.stream(rows).mapToDouble(Unusualness::score).toArray();
    }

    private static Unusualness[] judge(CrossMetricModel model, double[][] rows) {
        CrossMetricDetector detector = new CrossMetricDetector(model);
        return Arrays.stream(rows).map(detector::update).toArray(Unusualness[]::new);
    }
}
