package io.lifeboat.engine.evaluate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Features of a link at one step, from this step and earlier ones alone: level, recent steps, change, range, how long a value
 * has stood still, and when the last losses of signal began as the receiver saw them.
 */
final class LinkFeatures {

    private static final int LAGS = 6;
    private static final int[] WINDOWS = {5, 15, 40};
    private static final double NO_ERRORS = -12;
    private static final int LONGEST = 250;
    private static final int ONSETS = 3;

    private LinkFeatures() {}

    /** One row a step, all of the same length. */
    static float[][] of(List<LinkStep> steps) {
        int devices = steps.get(0).bitErrorRate().length;
        List<double[]> columns = new ArrayList<>();
        for (int device = 0; device < devices; device++) {
            int d = device;
            double[] errors = steps.stream()
                    .mapToDouble(step -> Math.log10(Math.max(step.bitErrorRate()[d], 1e-12)))
                    .toArray();
            double[] noise =
                    steps.stream().mapToDouble(step -> step.signalToNoise()[d]).toArray();
            signal(columns, errors);
            signal(columns, noise);
            onsets(columns, errors, NO_ERRORS);
            onsets(columns, noise, 0);
        }
        return rows(columns, steps.size());
    }

    private static void signal(List<double[]> columns, double[] values) {
        for (int lag = 0; lag <= LAGS; lag++) {
            columns.add(lagged(values, lag));
        }
        columns.add(difference(values, lagged(values, 1)));
        for (int window : WINDOWS) {
            double[] least = new double[values.length];
            double[] most = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                double[] recent = Arrays.copyOfRange(values, Math.max(0, i - window + 1), i + 1);
                least[i] = Arrays.stream(recent).min().orElse(Double.NaN);
                most[i] = Arrays.stream(recent).max().orElse(Double.NaN);
            }
            columns.add(least);
            columns.add(most);
        }
        columns.add(unchanged(values));
    }

    private static double[] lagged(double[] values, int lag) {
        double[] column = new double[values.length];
        Arrays.fill(column, Double.NaN);
        System.arraycopy(values, 0, column, lag, Math.max(0, values.length - lag));
        return column;
    }

    private static double[] difference(double[] a, double[] b) {
        double[] column = new double[a.length];
        Arrays.setAll(column, i -> a[i] - b[i]);
        return column;
    }

    private static double[] unchanged(double[] values) {
        double[] column = new double[values.length];
        for (int i = 1; i < values.length; i++) {
            column[i] = values[i] == values[i - 1] ? Math.min(LONGEST, column[i - 1] + 1) : 0;
        }
        return column;
    }

    /** Steps since each of the last times the value fell to its floor, the latest first; NaN if it never did. */
    private static void onsets(List<double[]> columns, double[] values, double floor) {
        double[][] since = new double[ONSETS][values.length];
        double[] last = new double[ONSETS];
        Arrays.fill(last, Double.NaN);
        for (int i = 0; i < values.length; i++) {
            if (values[i] <= floor && i > 0 && values[i - 1] > floor) {
                System.arraycopy(last, 0, last, 1, ONSETS - 1);
                last[0] = i;
            }
            for (int k = 0; k < ONSETS; k++) {
                since[k][i] = Math.min(LONGEST, i - last[k]);
            }
        }
        columns.addAll(Arrays.asList(since));
    }

    private static float[][] rows(List<double[]> columns, int steps) {
        float[][] rows = new float[steps][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            for (int step = 0; step < steps; step++) {
                rows[step][column] = (float) columns.get(column)[step];
            }
        }
        return rows;
    }
}
