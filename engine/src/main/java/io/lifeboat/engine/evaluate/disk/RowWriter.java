package io.lifeboat.engine.evaluate.disk;

/** Fills one row from left to right. */
final class RowWriter {

    private final float[] values;
    private int next;

    RowWriter(int width) {
        values = new float[width];
    }

    void add(double value) {
        values[next++] = (float) value;
    }

    float[] values() {
        if (next != values.length) {
            throw new IllegalStateException("The row has " + next + " values for " + values.length + " names.");
        }
        return values;
    }
}
