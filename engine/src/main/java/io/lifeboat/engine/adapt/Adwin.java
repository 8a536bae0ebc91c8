package io.lifeboat.engine.adapt;

import java.util.ArrayList;
import java.util.List;

/**
 * A window that shrinks when its older part differs from the newer one (Bifet and Gavaldà, "Learning from time-changing data with
 * adaptive windowing", SDM 2007, section 4.1): for every cut into n₀ and n₁ values, with 1/m = 1/n₀ + 1/n₁ and δ′ = δ/n, alarm if
 * |μ₀ &minus; μ₁| &gt; √(2/m · σ² · ln(2/δ′)) + 2/(3m) · ln(2/δ′). The window is kept as an exponential histogram: memory and time
 * grow with the logarithm of its length.
 */
public final class Adwin implements DriftDetector {

    private static final int BUCKETS_OF_A_SIZE = 5;
    private static final int LEAST_PART = 5;

    /** Cuts are looked for after so many values each. */
    private static final int PERIOD = 32;

    private final double confidence;
    private final List<Moments> buckets = new ArrayList<>();
    private long added;

    /** @param confidence δ, the chance of a false alarm at a moment; between 0 and 1 */
    public Adwin(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence (%s) must be between 0 and 1.".formatted(confidence));
        }
        this.confidence = confidence;
    }

    /** @param value within 0 and 1: the bound holds only there */
    @Override
    public boolean add(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "value (%s) must be within 0 and 1. Maybe scale it, or take its rank.".formatted(value));
        }
        buckets.add(new Moments(1, value, 0));
        compress();
        added++;
        boolean shrunk = false;
        while (added % PERIOD == 0 && differs()) {
            buckets.remove(0);
            shrunk = true;
        }
        return shrunk;
    }

    @Override
    public String name() {
        return "ADWIN";
    }

    /** How many values are in the window. */
    public long length() {
        return total().count();
    }

    private void compress() {
        int end = buckets.size();
        while (end > BUCKETS_OF_A_SIZE) {
            int oldest = end - BUCKETS_OF_A_SIZE - 1;
            if (buckets.get(oldest).count() != buckets.get(end - 1).count()) {
                return;
            }
            Moments merged = buckets.get(oldest).plus(buckets.remove(oldest + 1));
            buckets.set(oldest, merged);
            end = oldest + 1;
        }
    }

    private Moments total() {
        return buckets.stream().reduce(Moments.NONE, Moments::plus);
    }

    private boolean differs() {
        Moments all = total();
        Moments old = Moments.NONE;
        for (Moments bucket : buckets) {
            old = old.plus(bucket);
            long newer = all.count() - old.count();
            if (old.count() >= LEAST_PART && newer >= LEAST_PART) {
                double newMean = (all.sum() - old.sum()) / newer;
                if (Math.abs(old.mean() - newMean) > bound(all, old.count(), newer)) {
                    return true;
                }
            }
        }
        return false;
    }

    private double bound(Moments all, long old, long newer) {
        double inverse = 1.0 / old + 1.0 / newer;
        double log = Math.log(2 * all.count() / confidence);
        return Math.sqrt(2 * inverse * all.variance() * log) + 2 * inverse / 3 * log;
    }

    /** Count, mean and squared deviations of some values. */
    private record Moments(long count, double mean, double squares) {

        static final Moments NONE = new Moments(0, 0, 0);

        Moments plus(Moments other) {
            long n = count + other.count;
            double distance = other.mean - mean;
            return new Moments(
                    n,
                    mean + distance * other.count / n,
                    squares + other.squares + distance * distance * count * other.count / n);
        }

        double sum() {
            return count * mean;
        }

        double variance() {
            return squares / count;
        }
    }
}
