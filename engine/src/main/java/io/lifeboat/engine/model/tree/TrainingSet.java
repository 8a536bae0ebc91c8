package io.lifeboat.engine.model.tree;

import java.util.Arrays;
import java.util.List;

/**
 * Rows to learn from, kept column by column. The arrays are not copied: they are large, and must not be changed afterwards.
 *
 * @param names the name of each column, unique
 * @param columns the values, {@code columns[feature][row]}; NaN means missing
 * @param target what to predict, one a row: 0 or 1 for {@link Objective#LOGISTIC}, any finite number otherwise
 * @param weight how much a row counts, one a row, at least 0
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainingSet(List<String> names, float[][] columns, float[] target, float[] weight) {

    public TrainingSet {
        names = List.copyOf(names);
        if (names.size() != columns.length || names.isEmpty()) {
            throw new IllegalArgumentException(
                    "There are %d names for %d columns. Maybe a feature was added in one place only."
                            .formatted(names.size(), columns.length));
        }
        if (target.length == 0) {
            throw new IllegalArgumentException(
                    "There is not one row to learn from. Maybe the training window is empty.");
        }
        for (int f = 0; f < columns.length; f++) {
            requireLength(names.get(f), columns[f].length, target.length);
        }
        requireLength("weight", weight.length, target.length);
        for (int row = 0; row < target.length; row++) {
            requireSound(row, target[row], weight[row]);
        }
    }

    /** Rows that all count the same. */
    public static TrainingSet unweighted(List<String> names, float[][] columns, float[] target) {
        float[] weight = new float[target.length];
        Arrays.fill(weight, 1);
        return new TrainingSet(names, columns, target, weight);
    }

    /** The number of rows. */
    public int rows() {
        return target.length;
    }

    /** One row as the models expect it. */
    public float[] row(int row) {
        float[] values = new float[columns.length];
        for (int f = 0; f < values.length; f++) {
            values[f] = columns[f][row];
        }
        return values;
    }

    private static void requireLength(String name, int length, int rows) {
        if (length != rows) {
            throw new IllegalArgumentException(
                    "Column '%s' has %d rows, but the target has %d.".formatted(name, length, rows));
        }
    }

    private static void requireSound(int row, float target, float weight) {
        if (!Float.isFinite(target)) {
            throw new IllegalArgumentException(
                    "Row %d has the target %s, but it must be finite. Maybe leave unknown rows out."
                            .formatted(row, target));
        }
        if (!(weight >= 0) || Float.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "Row %d has the weight %s, but it must be 0 or more.".formatted(row, weight));
        }
    }
}
