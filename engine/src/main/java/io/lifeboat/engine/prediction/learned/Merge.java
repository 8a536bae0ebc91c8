package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.Scorer;
import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.model.calibration.ConformalThreshold;
import io.lifeboat.engine.model.calibration.PlattScaling;
import io.lifeboat.engine.model.file.TrainingWindow;
import io.lifeboat.engine.prediction.Guarantee;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes one calibrated probability of the opinions of a component's models: the part of a {@link ComponentModel} that adapts while
 * an engine runs. Immutable.
 *
 * @param stack how opinions are merged
 * @param calibration of the merged probability, fitted on later rows
 * @param healthyMaxima the highest probability that was said of each healthy device in those rows; empty if they are not all it was given
 * @param reliability how far what is said can be trusted, from the same rows
 * @param window the time it was learned from
 */
@SuppressWarnings("ArrayRecordComponent")
record Merge(
        Stack stack, Calibration calibration, double[] healthyMaxima, Reliability reliability, TrainingWindow window)
        implements Scorer {

    /** Of healthy devices, at most this share may ever alarm in a period as long as a training run. */
    static final double FALSE_ALARM_RATE = 0.05;

    /**
     * Calibrates a stack on rows that it was not fitted on.
     *
     * @param device an id of the device of each row
     */
    static Merge calibrated(
            Stack stack, List<float[]> opinions, boolean[] failed, int[] device, TrainingWindow window) {
        return calibrated(stack, opinions, Collections.nCopies(opinions.size(), Gate.OPEN), failed, device, window);
    }

    /**
     * The same for what is said in the end: maxima and reliability are of that.
     *
     * @param gates how far the models were believed, one a row
     */
    static Merge calibrated(
            Stack stack,
            List<float[]> opinions,
            List<Gate> gates,
            boolean[] failed,
            int[] device,
            TrainingWindow window) {
        double[] merged = opinions.stream()
                .mapToDouble(row -> stack.merge(Opinions.doubles(row)))
                .toArray();
        Calibration calibration = PlattScaling.fit(merged, failed);
        double[] calibrated = new double[merged.length];
        Map<Integer, Double> highest = new LinkedHashMap<>();
        for (int i = 0; i < merged.length; i++) {
            calibrated[i] = gates.get(i).probability(calibration.apply(merged[i]));
            highest.merge(device[i], failed[i] ? Double.POSITIVE_INFINITY : calibrated[i], Math::max);
        }
        double[] healthy = highest.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .toArray();
        return new Merge(stack, calibration, healthy, Reliability.fit(calibrated, failed, device), window);
    }

    /** The calibrated probability for the opinions of the models. */
    double probability(double[] opinions) {
        return calibration.apply(stack.merge(opinions));
    }

    @Override
    public double probability(float[] opinions) {
        return probability(Opinions.doubles(opinions));
    }

    /** The same, with nothing promised about false alarms. */
    Merge withoutPromise() {
        return new Merge(stack, calibration, new double[0], reliability, window);
    }

    /** None if fewer healthy devices were seen than a promise at this rate takes. */
    Guarantee guarantee() {
        ConformalThreshold threshold = new ConformalThreshold(healthyMaxima);
        return threshold.guarantees(FALSE_ALARM_RATE)
                ? new Guarantee(FALSE_ALARM_RATE, Math.min(1, threshold.threshold(FALSE_ALARM_RATE)))
                : Guarantee.NONE;
    }

    /** Writes all but calibration and window, which the model file keeps itself. */
    void write(DataOutput out) throws IOException {
        stack.write(out);
        out.writeInt(healthyMaxima.length);
        for (double highest : healthyMaxima) {
            out.writeDouble(highest);
        }
        reliability.write(out);
    }

    static Merge read(DataInput in, int models, Calibration calibration, TrainingWindow window) throws IOException {
        Stack stack = Stack.read(in, models);
        double[] healthy = new double[in.readInt()];
        for (int i = 0; i < healthy.length; i++) {
            healthy[i] = in.readDouble();
        }
        return new Merge(stack, calibration, healthy, Reliability.read(in), window);
    }
}
