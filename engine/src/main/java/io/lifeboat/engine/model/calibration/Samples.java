package io.lifeboat.engine.model.calibration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What claims and outcomes must look like, and how they are ordered. */
final class Samples {

    private Samples() {}

    static void require(double[] claimed, boolean[] happened) {
        if (claimed.length != happened.length || claimed.length == 0) {
            throw new IllegalArgumentException(
                    "There are %d claims for %d outcomes, but both must be equal and above 0."
                            .formatted(claimed.length, happened.length));
        }
        for (double p : claimed) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "The claim " + p + " is no probability. Maybe it is a raw score that still needs a link.");
            }
        }
    }

    /** Platt's targets (N₊+1)/(N₊+2) and 1/(N₋+2), which keep a perfect separation from running to infinity. */
    static double[] smoothedTargets(boolean[] happened) {
        long positives =
                IntStream.range(0, happened.length).filter(i -> happened[i]).count();
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1 / (happened.length - positives + 2.0);
        return IntStream.range(0, happened.length)
                .mapToDouble(i -> happened[i] ? high : low)
                .toArray();
    }

    static int[] ascending(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
