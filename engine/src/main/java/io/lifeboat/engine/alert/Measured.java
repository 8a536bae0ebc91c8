package io.lifeboat.engine.alert;

import java.util.Arrays;

/** The newest measurements of one length of time, in seconds, and what they add to what was assumed before there were any. */
final class Measured {

    /** An assumption weighs as much as so many measurements: a handful outweighs it. */
    static final double ASSUMED = 5;

    private static final int MOST = 64;

    private double[] values = new double[8];
    private int size;
    private int next;

    static Measured only(double seconds) {
        Measured measured = new Measured();
        measured.add(seconds);
        return measured;
    }

    void add(double seconds) {
        if (size == values.length && size < MOST) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[next] = Math.max(0, seconds);
        size = Math.max(size, next + 1);
        next = (next + 1) % MOST;
    }

    int size() {
        return size;
    }

    /** Mean of the measurements and of the assumed value. */
    double mean(double assumed) {
        double sum = ASSUMED * assumed;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum / (ASSUMED + size);
    }

    /** Share of the measurements, and of the assumed share, that are longer than the limit. */
    double shareAbove(double limit, double assumed) {
        double above = ASSUMED * assumed;
        for (int i = 0; i < size; i++) {
            above += values[i] > limit ? 1 : 0;
        }
        return above / (ASSUMED + size);
    }

    /** Share of all pairs in which the measurement here is at least as long as the one there; both must have some. */
    double shareNotBelow(Measured other) {
        long pairs = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < other.size; j++) {
                pairs += values[i] >= other.values[j] ? 1 : 0;
            }
        }
        return (double) pairs / ((long) size * other.size);
    }
}
