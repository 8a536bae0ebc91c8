package io.lifeboat.engine.evaluate.rul;

import io.lifeboat.engine.model.sequence.Sequence;
import io.lifeboat.engine.model.tree.TrainingSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns units that ran until they failed into rows and sequences to learn from. The benchmark stops its test units at some time
 * in their last 150 cycles or so; cycles earlier than that count little, as they would teach that a healthy unit lives for ever.
 *
 * @param cap remaining life above this is learned as this, in cycles (Heimes 2008)
 * @param farCycles remaining life above this counts {@code farWeight} only
 * @param farWeight in [0, 1]
 */
record LifeRows(double cap, int farCycles, float farWeight) {

    private static final int KERNEL_FROM = 15;
    private static final int KERNEL_STEP = 6;
    private static final int KERNEL_LEFT = 200;
    private static final double KERNEL_SHARPNESS = 0.05;
    private static final double KERNEL_NOISE = 0.3;

    TrainingSet rows(List<Unit> units, UnitFeatures features) {
        List<float[]> rows = new ArrayList<>();
        List<Float> targets = new ArrayList<>();
        List<Float> weights = new ArrayList<>();
        for (Unit unit : units) {
            float[][] all = features.rows(unit);
            for (int t = 0; t < all.length; t++) {
                rows.add(all[t]);
                targets.add(target(all.length, t));
                weights.add(weight(all.length, t));
            }
        }
        float[][] columns = new float[features.names().size()][rows.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int f = 0; f < columns.length; f++) {
                columns[f][r] = rows.get(r)[f];
            }
        }
        return new TrainingSet(features.names(), columns, floats(targets), floats(weights));
    }

    /** Targets are divided by the cap, so that the network works near 1. */
    List<Sequence> sequences(List<Unit> units, UnitFeatures features) {
        List<Sequence> sequences = new ArrayList<>();
        for (Unit unit : units) {
            int cycles = unit.cycles();
            float[] targets = new float[cycles];
            float[] weights = new float[cycles];
            for (int t = 0; t < cycles; t++) {
                targets[t] = (float) (target(cycles, t) / cap);
                weights[t] = weight(cycles, t);
            }
            sequences.add(new Sequence(features.inputs(unit), targets, weights));
        }
        return sequences;
    }

    /** States of every sixth cycle, each unit starting elsewhere, up to 200 cycles before the end: enough, and few enough to solve. */
    KernelRegression kernel(List<Unit> units, UnitFeatures features) {
        List<double[]> states = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        for (int u = 0; u < units.size(); u++) {
            double[][] all = features.states(units.get(u));
            for (int t = KERNEL_FROM + u % KERNEL_STEP; t < all.length; t += KERNEL_STEP) {
                if (all.length - 1 - t <= KERNEL_LEFT) {
                    states.add(all[t]);
                    targets.add((double) target(all.length, t));
                }
            }
        }
        double[] wanted = targets.stream().mapToDouble(Double::doubleValue).toArray();
        return new KernelRegression(states.toArray(double[][]::new), wanted, KERNEL_SHARPNESS, KERNEL_NOISE);
    }

    private float target(int cycles, int t) {
        return (float) Math.min(cap, cycles - 1 - t);
    }

    private float weight(int cycles, int t) {
        return cycles - 1 - t > farCycles ? farWeight : 1;
    }

    private static float[] floats(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
