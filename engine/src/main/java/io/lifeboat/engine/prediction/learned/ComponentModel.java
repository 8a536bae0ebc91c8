package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.calibration.Calibration;
import io.lifeboat.engine.model.file.TrainingWindow;
import io.lifeboat.engine.telemetry.Metric;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that was learned of one component. Immutable.
 *
 * @param members the models
 * @param merge how their opinions become one probability, learned from later runs than the models
 * @param covered the signals that moved in training: of the others only rules can speak
 * @param floors what was noise in training, by signal: features mean what they meant then, whatever tolerances the rules go by now
 * @param failureRate failures a year of the devices that it learned from; not a number if that is not known
 * @param life what estimates of the remaining life are worth
 */
record ComponentModel(
        Members members,
        Merge merge,
        Set<Metric> covered,
        Map<Metric, Double> floors,
        double failureRate,
        LifeCalibration life) {

    ComponentModel {
        covered = Set.copyOf(covered);
        floors = Map.copyOf(floors);
    }

    /** The same members under another merge. */
    ComponentModel under(Merge other) {
        return new ComponentModel(members, other, covered, floors, failureRate, life);
    }

    /** Writes all but calibration and window, which the model file keeps itself. */
    void write(DataOutput out) throws IOException {
        members.write(out);
        merge.write(out);
        out.writeInt(covered.size());
        for (Metric metric : EnumSet.copyOf(covered)) {
            out.writeUTF(metric.name());
        }
        out.writeInt(floors.size());
        for (Map.Entry<Metric, Double> floor : new TreeMap<>(floors).entrySet()) {
            out.writeUTF(floor.getKey().name());
            out.writeDouble(floor.getValue());
        }
        out.writeDouble(failureRate);
        life.write(out);
    }

    static ComponentModel read(DataInput in, Component component, Calibration calibration, TrainingWindow window)
            throws IOException {
        Members members = Members.read(in, component);
        Merge merge = Merge.read(in, members.names().size(), calibration, window);
        Set<Metric> covered = EnumSet.noneOf(Metric.class);
        for (int left = in.readInt(); left > 0; left--) {
            covered.add(Metric.valueOf(in.readUTF()));
        }
        Map<Metric, Double> floors = new EnumMap<>(Metric.class);
        for (int left = in.readInt(); left > 0; left--) {
            floors.put(Metric.valueOf(in.readUTF()), in.readDouble());
        }
        return new ComponentModel(members, merge, covered, floors, in.readDouble(), LifeCalibration.read(in));
    }
}
