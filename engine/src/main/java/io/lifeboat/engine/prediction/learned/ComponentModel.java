package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.model.calibration.ConformalThreshold;
import io.lifeboat.engine.prediction.Guarantee;
import io.lifeboat.engine.telemetry.Metric;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Everything that was learned of one component. Immutable.
 *
 * @param members the models
 * @param stack how their opinions are merged, fitted on later runs than the models
 * @param calibration of the merged probability, fitted on still later runs
 * @param healthyMaxima the highest calibrated probability of each healthy device over such a run
 * @param reliability how far the calibrated probability can be trusted, from the same runs
 * @param covered the signals that moved in training: of the others only rules can speak
 */
@SuppressWarnings("ArrayRecordComponent")
record ComponentModel(
        Members members,
        Stack stack,
        Calibration calibration,
        double[] healthyMaxima,
        Reliability reliability,
        Set<Metric> covered) {

    /** Of healthy devices, at most this share may ever alarm in a period as long as a training run. */
    static final double FALSE_ALARM_RATE = 0.05;

    ComponentModel {
        covered = Set.copyOf(covered);
    }

    /** The calibrated probability for the opinions of the models. */
    double probability(double[] opinions) {
        return calibration.apply(stack.merge(opinions));
    }

    /** None if fewer healthy devices were seen than a promise at this rate takes. */
    Guarantee guarantee() {
        ConformalThreshold threshold = new ConformalThreshold(healthyMaxima);
        return threshold.guarantees(FALSE_ALARM_RATE)
                ? new Guarantee(FALSE_ALARM_RATE, Math.min(1, threshold.threshold(FALSE_ALARM_RATE)))
                : Guarantee.NONE;
    }

    /** Writes all but the calibration, which the model file keeps itself. */
    void write(DataOutput out) throws IOException {
        members.write(out);
        stack.write(out);
        out.writeInt(healthyMaxima.length);
        for (double highest : healthyMaxima) {
            out.writeDouble(highest);
        }
        reliability.write(out);
        out.writeInt(covered.size());
        for (Metric metric : EnumSet.copyOf(covered)) {
            out.writeUTF(metric.name());
        }
    }

    static ComponentModel read(DataInput in, Component component, Calibration calibration) throws IOException {
        Members members = Members.read(in, component);
        Stack stack = Stack.read(in, members.names().size());
        double[] healthy = new double[in.readInt()];
        for (int i = 0; i < healthy.length; i++) {
            healthy[i] = in.readDouble();
        }
        Reliability reliability = Reliability.read(in);
        Set<Metric> covered = EnumSet.noneOf(Metric.class);
        for (int left = in.readInt(); left > 0; left--) {
            covered.add(Metric.valueOf(in.readUTF()));
        }
        return new ComponentModel(members, stack, calibration, healthy, reliability, covered);
    }
}
