package io.lifeboat.engine.model.anomaly;

/**
 * How surprising a value is against the values before it: the negative decimal logarithm of the share of earlier values at
 * least as large. Beyond the upper {@value #TAIL} of the values seen, the share is continued by an exponential tail
 * with the mean excess of that part (peaks over threshold with shape 0; Pickands 1975, Siffer et al., KDD 2017), so that a
 * value twice as far out is more surprising than the last record. Not thread-safe.
 */
public final class TailSurprise {

    /** The share of the values that the tail is fitted to. */
    public static final double TAIL = 0.02;

    private static final int LEAST_IN_TAIL = 5;

    private final SortedHistory history;
    private final int warmUp;

    /**
     * @param warmUp how many values to see before the first judgement, at least {@value #LEAST_IN_TAIL}
     * @param capacity how many values to remember, at least {@code warmUp}
     */
    public TailSurprise(int warmUp, int capacity) {
        if (warmUp < LEAST_IN_TAIL || capacity < warmUp) {
            throw new IllegalArgumentException("warmUp %d must be %d or more, and capacity %d at least warmUp."
                    .formatted(warmUp, LEAST_IN_TAIL, capacity));
        }
        this.warmUp = warmUp;
        this.history = new SortedHistory(capacity);
    }

    /** True once a value can be judged. */
    public boolean ready() {
        return history.size() >= warmUp;
    }

    /**
     * Judges a value, then remembers it.
     *
     * @param value higher means more unusual; NaN is neither judged nor remembered
     * @return 0 or more, 2 meaning that one value in a hundred is as large; 0 for NaN and while not {@link #ready}
     */
    public double update(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        double surprise = of(value);
        history.add(value);
        return surprise;
    }

    /** Judges a value without remembering it. */
    public double of(double value) {
        int size = history.size();
        if (size < warmUp) {
            return 0;
        }
        int inTail = (int) Math.max(LEAST_IN_TAIL, TAIL * size);
        double start = history.get(size - inTail);
        if (value <= start) {
            return -Math.log10((size - history.below(value) + 1.0) / (size + 1));
        }
        double beyond = (value - start) / meanExcess(start, inTail);
        return -Math.log10((inTail + 1.0) / (size + 1)) + beyond / Math.log(10);
    }

    private double meanExcess(double start, int inTail) {
        int size = history.size();
        double excess = 0;
        for (int rank = size - inTail; rank < size; rank++) {
            excess += history.get(rank) - start;
        }
        // A constant history has no excess: one thousandth of its level is then the unit of surprise.
        return Math.max(excess / inTail, 1e-9 + 1e-3 * Math.abs(history.get(size / 2)));
    }
}
