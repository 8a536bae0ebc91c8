package io.lifeboat.engine.adapt;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How a number was distributed when all was well. Immutable. */
final class Reference {

    private static final int PARTS = 10;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final double[] sorted;
    private final double[] edges;
    private final int bins;
    private final int[] counts;
    private final int total;

    /** @param values at least one; NaN stands for missing */
    Reference(double[] values) {
        sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        edges = sorted.length == 0
                ? new double[0]
                : IntStream.rangeClosed(0, PARTS)
                        .mapToDouble(part -> sorted[(int) ((long) (sorted.length - 1) * part / PARTS)])
                        .distinct()
                        .toArray();
        bins = 2 * edges.length + 2;
        counts = new int[bins];
        for (double value : values) {
            counts[bin(value)]++;
        }
        total = values.length;
    }

    /** How many bins there are: on each decile, between them, outside, and one for what is missing. */
    int bins() {
        return bins;
    }

    int bin(double value) {
        if (Double.isNaN(value)) {
            return bins - 1;
        }
        int place = Arrays.binarySearch(edges, value);
        return place >= 0 ? 2 * place + 1 : 2 * (-place - 1);
    }

    /** Share of the reference below the value, ties counting half: uniform while nothing changes, whatever the distribution. */
    double rank(double value) {
        if (sorted.length == 0) {
            return 0.5;
        }
        return (place(value, false) + place(value, true)) / (2.0 * sorted.length);
    }

    private int place(double value, boolean afterEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || afterEqual && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Values spread like the reference, in an order without any trend: steps of the golden ratio through the sorted ones. */
    DoubleStream mixed() {
        return IntStream.range(0, sorted.length).mapToDouble(i -> sorted[(int) (i * GOLDEN % 1 * sorted.length)]);
    }

    double median() {
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    /**
     * The population stability index of so many values in each bin: Σ(a &minus; e)·ln(a/e), shares smoothed by half a value so that
     * empty bins count a little and not infinitely.
     */
    double stabilityIndex(int[] recent, int recentTotal) {
        double index = 0;
        for (int i = 0; i < bins; i++) {
            double actual = (recent[i] + 0.5) / (recentTotal + 0.5 * bins);
            double expected = (counts[i] + 0.5) / (total + 0.5 * bins);
            index += (actual - expected) * Math.log(actual / expected);
        }
        return index;
    }
}
