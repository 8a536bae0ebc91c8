package io.lifeboat.benchmarks.speed;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Microseconds a call: the median of five rounds, after two that are not counted. */
final class Micros {

    private static final int WARM_UP = 2;

    private Micros() {}

    static double of(int calls, IntToDoubleFunction call) {
        double[] rounds = new double[WARM_UP + 5];
        double sum = 0;
        for (int round = 0; round < rounds.length; round++) {
            long before = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                sum += call.applyAsDouble(i);
            }
            rounds[round] = (System.nanoTime() - before) / 1e3 / calls;
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("A model said what is not a number."); // and no call can be left out
        }
        double[] counted = Arrays.copyOfRange(rounds, WARM_UP, rounds.length);
        Arrays.sort(counted);
        return counted[counted.length / 2];
    }
}
