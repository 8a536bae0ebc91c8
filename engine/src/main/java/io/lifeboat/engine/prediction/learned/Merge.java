package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.Scorer;
import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.model.file.TrainingWindow;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What makes one calibrated probability of the opinions of a component's models: the part of a {@link ComponentModel} that adapts while
 * an engine runs. Immutable.
 *
 * @param stack how opinions are merged
 * @param calibration of the merged probability, fitted on later rows
 * @param healthyMaxima the highest calibrated probability of each healthy device in those rows
 * @param reliability how far the calibrated probability can be trusted, from the same rows
 * @param window the time it was learned from
 */
@SuppressWarnings("ArrayRecordComponent")
record Merge(
        Stack stack, Calibration calibration, double[] healthyMaxima, Reliability reliability, TrainingWindow window)
        implements Scorer {

    static Merge shipped(ComponentModel model, TrainingWindow window) {
        return new Merge(model.stack(), model.calibration(), model.healthyMaxima(), model.reliability(), window);
    }

    /** The same members under this merge. */
    ComponentModel under(ComponentModel model) {
        return new ComponentModel(model.members(), stack, calibration, healthyMaxima, reliability, model.covered());
    }

    @Override
    public double probability(float[] opinions) {
        return calibration.apply(stack.merge(Opinions.doubles(opinions)));
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
