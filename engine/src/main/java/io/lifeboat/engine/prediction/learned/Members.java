package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.model.classify.Classifier;
import io.lifeboat.engine.model.classify.Classifiers;
import io.lifeboat.engine.model.forecast.Forecaster;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.telemetry.Metric;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The trained models of one component whose opinions are merged. Immutable, shared by all nodes.
 *
 * @param component that they speak of
 * @param horizon how far ahead they look
 * @param classifiers of rows of features, in a fixed order
 * @param ownHistory from the surprise against a node's own history to a probability
 * @param randomCut from the score of a random cut forest to a probability
 * @param forecasters by metric, the one that did best on the training runs
 */
record Members(
        Component component,
        Duration horizon,
        List<Classifier> classifiers,
        Calibration ownHistory,
        Calibration randomCut,
        Map<Metric, Forecaster> forecasters) {

    static final String OWN_HISTORY = "own history";
    static final String RANDOM_CUT = "random cut forest";
    static final String FORECAST = "forecast";

    Members {
        classifiers = List.copyOf(classifiers);
        forecasters = java.util.Collections.unmodifiableMap(new EnumMap<>(forecasters));
    }

    /** The names of the models in the order of their opinions. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        classifiers.forEach(classifier -> names.add(classifier.name()));
        names.addAll(List.of(OWN_HISTORY, RANDOM_CUT, FORECAST, TrendPredictor.NAME));
        return names;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(horizon.toNanos());
        out.writeInt(classifiers.size());
        for (Classifier classifier : classifiers) {
            out.writeUTF(classifier.name());
            classifier.write(out);
        }
        ownHistory.write(out);
        randomCut.write(out);
        out.writeInt(forecasters.size());
        for (Map.Entry<Metric, Forecaster> entry : forecasters.entrySet()) {
            out.writeUTF(entry.getKey().name());
            out.writeUTF(entry.getValue().name());
        }
    }

    static Members read(DataInput in, Component component) throws IOException {
        Duration horizon = Duration.ofNanos(in.readLong());
        int size = in.readInt();
        List<Classifier> classifiers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            classifiers.add(Classifiers.named(in.readUTF()).read(in));
        }
        Calibration ownHistory = Calibration.read(in);
        Calibration randomCut = Calibration.read(in);
        Map<Metric, Forecaster> forecasters = new EnumMap<>(Metric.class);
        for (int left = in.readInt(); left > 0; left--) {
            forecasters.put(Metric.valueOf(in.readUTF()), ForecasterChoice.named(in.readUTF()));
        }
        return new Members(component, horizon, classifiers, ownHistory, randomCut, forecasters);
    }
}
