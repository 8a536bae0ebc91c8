package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.tree.TrainingSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of features or opinions of one component, with what came of them and the device they are of. */
final class LabelledRows {

    private final List<float[]> rows = new ArrayList<>();
    private final List<Boolean> failed = new ArrayList<>();
    private final List<Integer> devices = new ArrayList<>();
    private final List<Gate> gates = new ArrayList<>();

    void add(float[] row, boolean fails, int device) {
        rows.add(row);
        failed.add(fails);
        devices.add(device);
    }

    /** The same, with how far the models were believed at that moment. */
    void add(float[] row, Gate gate, boolean fails, int device) {
        add(row, fails, device);
        gates.add(gate);
    }

    /** One a row, if they were given. */
    List<Gate> gates() {
        return Collections.unmodifiableList(gates);
    }

    int size() {
        return rows.size();
    }

    List<float[]> rows() {
        return Collections.unmodifiableList(rows);
    }

    boolean[] failed() {
        boolean[] all = new boolean[size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = failed.get(i);
        }
        return all;
    }

    int[] devices() {
        return devices.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many different devices failed. */
    long failures() {
        return java.util.stream.IntStream.range(0, size())
                .filter(failed::get)
                .map(devices::get)
                .distinct()
                .count();
    }

    TrainingSet trainingSet(List<String> names) {
        float[][] columns = new float[names.size()][size()];
        float[] target = new float[size()];
        for (int i = 0; i < size(); i++) {
            for (int f = 0; f < columns.length; f++) {
                columns[f][i] = rows.get(i)[f];
            }
            target[i] = failed.get(i) ? 1 : 0;
        }
        return TrainingSet.unweighted(names, columns, target);
    }
}
