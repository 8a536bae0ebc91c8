package io.lifeboat.engine.model.anomaly;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How unusual one row of values is.
 *
 * @param score at least 0, higher is more unusual; the scale belongs to the detector
 * @param attribution what each value adds to the score, at least 0 each; the sum is the score
 * @param abstained true if the detector has seen too little to judge; then the score is 0
 */
@SuppressWarnings("ArrayRecordComponent")
public record Unusualness(double score, double[] attribution, boolean abstained) {

    /** A judged row whose score is the sum of its attribution. */
    public static Unusualness of(double[] attribution) {
        return new Unusualness(sum(attribution), attribution, false);
    }

    /** Mostly one value counts or none, and then a stream, which sums with less error, would say the same and cost a microsecond. */
    private static double sum(double[] attribution) {
        double only = 0;
        for (double value : attribution) {
            if (value != 0 && only != 0) {
                return Arrays.stream(attribution).sum();
            }
            only = value != 0 ? value : only;
        }
        return only;
    }

    /** No judgement of a row with so many values. */
    public static Unusualness abstain(int dimensions) {
        return new Unusualness(0, new double[dimensions], true);
    }

    /** The index of the value that adds most, the first of equal ones. */
    public int strongest() {
        int strongest = 0;
        for (int i = 1; i < attribution.length; i++) {
            strongest = attribution[i] > attribution[strongest] ? i : strongest;
        }
        return strongest;
    }

    /** The indices of the values, the one that adds most first; equal ones in their own order. */
    public List<Integer> ranking() {
        return IntStream.range(0, attribution.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -attribution[i]))
                .toList();
    }
}
