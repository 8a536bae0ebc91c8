package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.telemetry.Metric;
import java.util.List;

/** What the models of one component say of one node, with what they need to remember of it. */
final class NodeOpinions {

    private final Members members;
    private final Unusual ownHistory;
    private final Unusual randomCut;
    private final Crossings crossings;

    NodeOpinions(Members members, NodeFeatures node, List<Tolerance> tolerances) {
        this.members = members;
        List<Metric> metrics = FeatureSpace.metrics(members.component());
        this.ownHistory = Unusual.ownHistory(node, metrics);
        this.randomCut = Unusual.randomCut(node, metrics);
        this.crossings = new Crossings(node, members, tolerances);
    }

    /** One probability a model, in the order of {@link Members#names}; not a number where a model abstains. */
    double[] of(long nanos, float[] row, Prediction trend) {
        List<Classifier> classifiers = members.classifiers();
        int size = classifiers.size();
        double[] opinions = new double[size + 4];
        for (int i = 0; i < size; i++) {
            opinions[i] = classifiers.get(i).probability(row);
        }
        opinions[size] = calibrated(ownHistory.score(nanos), members.ownHistory());
        opinions[size + 1] = calibrated(randomCut.score(nanos), members.randomCut());
        opinions[size + 2] = crossings.probability(nanos);
        opinions[size + 3] = trend.abstained() ? Double.NaN : trend.probability();
        return opinions;
    }

    private static double calibrated(double score, io.lifeboat.engine.model.calibration.Calibration calibration) {
        return Double.isNaN(score) ? Double.NaN : calibration.apply(Unusual.claim(score));
    }
}
