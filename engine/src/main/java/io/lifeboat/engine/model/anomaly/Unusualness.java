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
        return new Unusualness(Arrays.stream(attribution).sum(), attribution, false);
    }

    /** No judgement of a row with so many values. */
    public static Unusualness abstain(int dimensions) {
        return new Unusualness(0, new double[dimensions], true);
    }

    /** The indices of the values, the one that adds most first; equal ones in their own order. */
    public List<Integer> ranking() {
        return IntStream.range(0, attribution.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -attribution[i]))
                .toList();
    }
}
