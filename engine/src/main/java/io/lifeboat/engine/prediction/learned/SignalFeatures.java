package io.lifeboat.engine.prediction.learned;

/**
 * What the models see of one signal of one node. Constant cost a sample: moving averages of three lengths, and a slow
 * base of what is normal. Times in seconds.
 *
 * <p>A moving average with time constant &tau; takes in a sample that comes dt after the last one with weight
 * dt/(&tau; + dt), so that it does not depend on how often samples come.
 */
final class SignalFeatures {

    /** The names of the features, in the order in which {@link #write} writes them. */
    static final String[] NAMES = {"level", "rise", "sigmas", "trend", "jump", "overPeers", "highShare", "highFor"};

    /** Index of the feature that compares with the peers. */
    static final int OVER_PEERS = 5;

    private static final double FAST = 0.4;
    private static final double MIDDLE = 2;
    private static final double SLOW = 8;
    private static final double BASE = 60;
    private static final double SHARE = 3;

    /** A suspicious sample moves the base so much less: normal must not be learned from a fault. */
    private static final double SUSPICIOUS_WEIGHT = 0.1;

    /** Turns a mean absolute deviation into a standard deviation for normally distributed samples. */
    private static final double TO_SIGMA = 1.2533;

    /** From this part of the noise floor on a signal has risen. */
    private static final double RISEN = 0.25;

    /** A rise that lasts longer is told no more precisely. */
    private static final double LONGEST = 10;

    private static final long NEVER = Long.MIN_VALUE;

    private final double floor;
    private long last = NEVER;
    private double fast;
    private double middle;
    private double slow;
    private double base;
    private double deviation;
    private double highShare;
    private double highFor;
    private long firstRisen = NEVER;
    private long lastRisen = NEVER;
    private boolean roseBefore;
    private double age;

    /** @param floor rises below this are noise, in the metric's unit; positive */
    SignalFeatures(double floor) {
        this.floor = floor;
    }

    void observe(long nanos, double value) {
        if (last == NEVER) {
            fast = middle = slow = base = value;
            last = nanos;
            return;
        }
        if (nanos <= last) {
            return;
        }
        double dt = (nanos - last) / 1e9;
        last = nanos;
        age += dt;
        boolean high = value > base + floor / 4 + 3 * TO_SIGMA * deviation;
        fast += weight(dt, FAST) * (value - fast);
        middle += weight(dt, MIDDLE) * (value - middle);
        slow += weight(dt, SLOW) * (value - slow);
        highShare += weight(dt, SHARE) * ((high ? 1 : 0) - highShare);
        highFor = fast > base + floor / 2 ? Math.min(LONGEST, highFor + dt) : 0;
        rise(nanos, value > base + floor * RISEN);
        learn(dt, value, fast > base + floor / 2);
    }

    /** By samples, not by their average, in which one outlier goes on. One sample below is noise, two in a row are an end. */
    private void rise(long nanos, boolean risen) {
        if (risen) {
            firstRisen = firstRisen == NEVER ? nanos : firstRisen;
            lastRisen = nanos;
        } else if (!roseBefore) {
            firstRisen = NEVER;
            lastRisen = NEVER;
        }
        roseBefore = risen;
    }

    /** While the history is short, its plain mean; later the slow average. */
    private void learn(double dt, double value, boolean suspicious) {
        double weight = weight(dt, Math.min(BASE, age)) * (suspicious ? SUSPICIOUS_WEIGHT : 1);
        deviation += weight * (Math.abs(value - base) - deviation);
        base += weight * (value - base);
    }

    private static double weight(double dt, double timeConstant) {
        return dt / (timeConstant + dt);
    }

    /** If it was last observed in the future it was so too long ago from now on, and goes on with the next sample. */
    void forgetFuture(long nanos, long staleNanos) {
        if (last != NEVER && last - nanos > staleNanos) {
            last = nanos - staleNanos - 1;
            firstRisen = NEVER;
            lastRisen = NEVER;
        }
    }

    boolean isFresh(long nanos, long staleNanos) {
        return last != NEVER && Math.abs(nanos - last) <= staleNanos;
    }

    /** The last moment at which it is fresh if nothing more is observed; must have been observed. */
    long freshUntil(long staleNanos) {
        return last + staleNanos;
    }

    /** How long it has been observed. */
    double age() {
        return age;
    }

    /**
     * For how long it has been above normal by a part of the noise floor, in seconds: from the first to the last sample that was, so 0 if
     * there was only one.
     */
    double risenFor() {
        return (lastRisen - firstRisen) / 1e9;
    }

    double level() {
        return fast;
    }

    double base() {
        return base;
    }

    double floor() {
        return floor;
    }

    double rise() {
        return fast - base;
    }

    /** Writes one value a name, but for the comparison with the peers, of whom it knows nothing. */
    void write(double[] to, int from) {
        to[from] = fast;
        to[from + 1] = rise();
        to[from + 2] = rise() / (floor / 4 + TO_SIGMA * deviation);
        to[from + 3] = middle - slow;
        to[from + 4] = fast - middle;
        to[from + 6] = highShare;
        to[from + 7] = highFor;
    }
}
