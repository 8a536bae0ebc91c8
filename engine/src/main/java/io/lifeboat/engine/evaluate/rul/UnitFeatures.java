package io.lifeboat.engine.evaluate.rul;

import java.util.ArrayList;
import java.util.List;

/** Window features of every cycle of a unit for the trees, smoothed inputs for the network, states for the kernel. Immutable. */
final class UnitFeatures {

    private static final int BASELINE = 15;
    private static final int[] HEALTH_LAGS = {15, 30, 60};
    private static final double HEALTH_SCALE = 3;
    private static final double AGE_SCALE = 5;

    private final SensorScale scale;
    private final HealthIndex health;
    private final List<String> names;

    UnitFeatures(List<Unit> units, double cap) {
        scale = new SensorScale(units);
        health = new HealthIndex(units.stream().map(scale::standardise).toList(), cap);
        names = names(scale);
    }

    private static List<String> names(SensorScale scale) {
        List<String> names = new ArrayList<>(List.of("cycles"));
        for (int s = 0; s <= scale.sensors(); s++) {
            String sensor = s == scale.sensors() ? "health" : "sensor" + scale.original(s);
            for (String kind : List.of(
                    "last", "mean5", "mean15", "mean30", "ewma5", "drift", "slope10", "slope30", "slope60", "noise")) {
                names.add(sensor + "_" + kind);
            }
        }
        names.add("health_trend_to_zero");
        return List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    /** {@code [cycle][feature]}, each row from that cycle and those before it. */
    float[][] rows(Unit unit) {
        float[][] scaled = scale.standardise(unit);
        float[][] rows = new float[unit.cycles()][names.size()];
        for (int t = 0; t < rows.length; t++) {
            rows[t][0] = t + 1;
        }
        int next = 1;
        for (int s = 0; s < scale.sensors(); s++) {
            next = windows(rows, next, Smoothing.column(scaled, s));
        }
        double[] index = health.of(scaled);
        next = windows(rows, next, index);
        double[] level = Smoothing.mean(index, 15);
        double[] slope = Smoothing.slope(index, 30);
        for (int t = 0; t < rows.length; t++) {
            rows[t][next] = (float) (slope[t] < 0 ? Math.min(500, -level[t] / slope[t]) : 500);
        }
        return rows;
    }

    private static int windows(float[][] rows, int from, double[] x) {
        double[] mean15 = Smoothing.mean(x, 15);
        double[][] columns = {
            x,
            Smoothing.mean(x, 5),
            mean15,
            Smoothing.mean(x, 30),
            Smoothing.ewma(x, 0.05),
            drift(x, mean15),
            Smoothing.slope(x, 10),
            Smoothing.slope(x, 30),
            Smoothing.slope(x, 60),
            noise(x, mean15)
        };
        for (int c = 0; c < columns.length; c++) {
            for (int t = 0; t < rows.length; t++) {
                rows[t][from + c] = (float) columns[c][t];
            }
        }
        return from + columns.length;
    }

    /** How far the last mean is from this unit's own start: units differ when new. */
    private static double[] drift(double[] x, double[] mean) {
        double[] drift = new double[x.length];
        double[] start = Smoothing.mean(x, BASELINE);
        for (int t = 0; t < x.length; t++) {
            drift[t] = mean[t] - start[Math.min(t, BASELINE - 1)];
        }
        return drift;
    }

    private static double[] noise(double[] x, double[] mean) {
        double[] squares = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            squares[t] = (x[t] - mean[t]) * (x[t] - mean[t]);
        }
        return Smoothing.mean(squares, 30);
    }

    /** What the network reads: age, lightly smoothed sensors, their drift from the unit's own start, and health. */
    float[][] inputs(Unit unit) {
        float[][] scaled = scale.standardise(unit);
        int sensors = scale.sensors();
        float[][] inputs = new float[unit.cycles()][2 * sensors + 2];
        for (int s = 0; s < sensors; s++) {
            double[] x = Smoothing.column(scaled, s);
            double[] smooth = Smoothing.ewma(x, 0.2);
            double[] drift = drift(x, smooth);
            for (int t = 0; t < inputs.length; t++) {
                inputs[t][s] = (float) smooth[t];
                inputs[t][sensors + s] = (float) drift[t];
            }
        }
        double[] index = Smoothing.ewma(health.of(scaled), 0.2);
        for (int t = 0; t < inputs.length; t++) {
            inputs[t][2 * sensors] = t / 200f;
            inputs[t][2 * sensors + 1] = (float) index[t];
        }
        return inputs;
    }

    /**
     * What tells units in a like state: smoothed sensors, their drift, health, how fast it falls, and age. Scaled so that
     * health and age matter more than one noisy sensor.
     */
    double[][] states(Unit unit) {
        float[][] scaled = scale.standardise(unit);
        int sensors = scale.sensors();
        double[][] states = new double[unit.cycles()][2 * sensors + HEALTH_LAGS.length + 2];
        for (int s = 0; s < sensors; s++) {
            double[] x = Smoothing.column(scaled, s);
            double[] smooth = Smoothing.ewma(x, 0.1);
            double[] drift = drift(x, Smoothing.mean(x, BASELINE));
            for (int t = 0; t < states.length; t++) {
                states[t][s] = smooth[t];
                states[t][sensors + s] = drift[t];
            }
        }
        double[] index = Smoothing.ewma(health.of(scaled), 0.1);
        for (int t = 0; t < states.length; t++) {
            int next = 2 * sensors;
            for (int lag : HEALTH_LAGS) {
                states[t][next++] = HEALTH_SCALE * (index[t] - index[Math.max(0, t - lag)]);
            }
            states[t][next++] = HEALTH_SCALE * index[t];
            states[t][next] = AGE_SCALE * Math.log((t + 1) / 100.0);
        }
        return states;
    }
}
