package io.lifeboat.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How the probabilities of failure compare with what happened, over component time: a second in which one component of
 * one node was predicted counts as one component-second. A component-second failed if the component was degrading then and failed
 * within the horizon; it is left out if it had failed already, or if the fault was undone before it could fail: nobody can know.
 * These are the labels that models are trained by.
 *
 * <p>Neighbouring seconds are nearly the same case over again, so that trust grows with the number of failures, not of
 * seconds. The score is that of Brier, "Verification of forecasts expressed in terms of probability", 1950.
 *
 * @param bins by probability, ascending, all of {@link #EDGES}
 * @param squares sum over component-seconds of the squared difference of probability and outcome
 * @param heldProbability sum of the probabilities over the component-seconds that did not fail
 * @param failures how many components failed while they were predicted
 */
public record Calibration(List<Bin> bins, double squares, double heldProbability, int failures) {

    /** Fewer failures than this say nothing about probabilities in general. */
    public static final int ENOUGH = 10;

    /** Limits of the bins. */
    public static final List<Double> EDGES = List.of(0.0, 0.01, 0.05, 0.2, 0.5, 0.8, 1.0);

    /** Nothing was predicted. */
    public static final Calibration EMPTY = new Calibration(emptyBins(), 0, 0, 0);

    /**
     * The predictions within a range of probabilities.
     *
     * @param from inclusive
     * @param to exclusive, but for 1
     * @param seconds component-seconds
     * @param probability sum of the probabilities over them
     * @param failed those of them that failed
     */
    public record Bin(double from, double to, double seconds, double probability, double failed) {

        private Bin plus(Bin other) {
            return new Bin(from, to, seconds + other.seconds, probability + other.probability, failed + other.failed);
        }
    }

    public Calibration {
        bins = List.copyOf(bins);
        if (bins.size() != EDGES.size() - 1) {
            throw new IllegalArgumentException("bins (%d) must be %d.".formatted(bins.size(), EDGES.size() - 1));
        }
    }

    /** Both together. */
    public Calibration plus(Calibration other) {
        List<Bin> sums = IntStream.range(0, bins.size())
                .mapToObj(i -> bins.get(i).plus(other.bins.get(i)))
                .toList();
        return new Calibration(
                sums, squares + other.squares, heldProbability + other.heldProbability, failures + other.failures);
    }

    /** With one more stretch of time of one component. */
    Calibration plus(double probability, boolean fails, double seconds) {
        List<Bin> more = new ArrayList<>(bins);
        int i = bin(probability);
        more.set(i, more.get(i).plus(new Bin(0, 0, seconds, probability * seconds, fails ? seconds : 0)));
        double error = probability - (fails ? 1 : 0);
        return new Calibration(
                more,
                squares + error * error * seconds,
                heldProbability + (fails ? 0 : probability * seconds),
                failures);
    }

    /** With that many failures. */
    Calibration withFailures(int count) {
        return new Calibration(bins, squares, heldProbability, count);
    }

    /** Component-seconds whose outcome is known. */
    public double seconds() {
        return bins.stream().mapToDouble(Bin::seconds).sum();
    }

    /** Component-seconds that the probabilities expected to fail. */
    public double expected() {
        return bins.stream().mapToDouble(Bin::probability).sum();
    }

    /** Component-seconds that did fail. */
    public double failed() {
        return bins.stream().mapToDouble(Bin::failed).sum();
    }

    /** Mean probability while a failure was coming. */
    public OptionalDouble meanWhenFailing() {
        return ratio(expected() - heldProbability, failed());
    }

    /** Mean probability while none was. */
    public OptionalDouble meanWhenHolding() {
        return ratio(heldProbability, seconds() - failed());
    }

    /** Mean squared error of the probabilities: 0 is perfect. */
    public OptionalDouble brierScore() {
        return ratio(squares, seconds());
    }

    /** The Brier score of always saying how often components fail, which a useful predictor stays below. */
    public OptionalDouble brierOfBaseRate() {
        double rate = ratio(failed(), seconds()).orElse(0);
        return seconds() > 0 ? OptionalDouble.of(rate * (1 - rate)) : OptionalDouble.empty();
    }

    /** Whether enough failed to judge by. */
    public boolean saysEnough() {
        return failures >= ENOUGH;
    }

    private static OptionalDouble ratio(double sum, double seconds) {
        return seconds > 1e-9 ? OptionalDouble.of(Math.max(0, sum) / seconds) : OptionalDouble.empty();
    }

    private static int bin(double probability) {
        int i = Collections.binarySearch(EDGES, probability);
        return Math.min(i >= 0 ? i : -i - 2, EDGES.size() - 2);
    }

    private static List<Bin> emptyBins() {
        return IntStream.range(0, EDGES.size() - 1)
                .mapToObj(i -> new Bin(EDGES.get(i), EDGES.get(i + 1), 0, 0, 0))
                .toList();
    }
}
