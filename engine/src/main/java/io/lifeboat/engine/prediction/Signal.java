package io.lifeboat.engine.prediction;

import io.lifeboat.engine.telemetry.Metric;

/** One signal of one node: its newest samples, what is normal for it, and since when it has risen. Times in nanoseconds. */
final class Signal {

    /** A rise must also be so many standard deviations of the own history. */
    private static final double MIN_SIGMAS = 4;

    /** Trends change: relative error of a slope when it is drawn out to the horizon. */
    private static final double TREND_DOUBT = 0.3;

    /** Probability from distance alone, at the limit: enough to be told, not enough to act. */
    private static final double DISTANCE_HAZARD = 0.12;

    private static final long NEVER = Long.MIN_VALUE;

    private final Tolerance tolerance;
    private final TrendSettings settings;
    private final double sign;
    private final SignalWindow window = new SignalWindow();
    private final Baseline baseline = new Baseline();
    private long lastSuspicious = NEVER;
    private long risenSince = NEVER;

    /** Found when something is observed, while the window is at hand. */
    private double level = Double.NaN;

    Signal(Tolerance tolerance, TrendSettings settings) {
        this.tolerance = tolerance;
        this.settings = settings;
        this.sign = tolerance.direction() == Tolerance.Direction.ABOVE ? 1 : -1;
    }

    Metric metric() {
        return tolerance.metric();
    }

    void observe(long time, double raw) {
        if (window.size() > 0 && time <= window.newest()) {
            return;
        }
        if (window.size() > 0 && time - window.newest() > settings.staleAfter().toNanos()) {
            // After a gap nothing is known about the way between: begin again, keep what is normal.
            window.clear();
            risenSince = NEVER;
        }
        window.add(time, sign * raw);
        long keep = Math.max(settings.quarantine().toNanos(), settings.window().toNanos());
        while (window.time(0) <= time - keep) {
            if (window.time(0) > lastSuspicious) {
                baseline.learn(window.time(0), window.value(0));
            }
            window.removeOldest();
        }
        level = window.level();
    }

    /** Begins again if what was observed last is from the future: it is no news, and all that comes would look older. */
    void forgetFuture(long now) {
        if (window.size() > 0 && window.newest() - now > settings.staleAfter().toNanos()) {
            window.clear();
            risenSince = NEVER;
            lastSuspicious = Math.min(lastSuspicious, now);
        }
    }

    boolean isFresh(long now) {
        return window.size() > 0
                && Math.abs(now - window.newest()) <= settings.staleAfter().toNanos();
    }

    /** Whether the signal knows what is normal. */
    boolean isWarm() {
        return baseline.span() >= settings.warmUp().toNanos();
    }

    /** The last moment at which it is fresh if nothing more is observed; the end of time if it never was. */
    long freshUntil() {
        return window.size() == 0
                ? Long.MAX_VALUE
                : window.newest() + settings.staleAfter().toNanos();
    }

    /** Whether it stays silent whatever the peers show, until it is observed again. */
    boolean isQuiet(double level) {
        double rise = level - baseline.median();
        return rise < tolerance.noiseFloor() / 2 || rise < floor() / 2;
    }

    private double floor() {
        return Math.max(tolerance.noiseFloor(), MIN_SIGMAS * baseline.sigma());
    }

    double level() {
        return level;
    }

    /** It is quiet: a rise, if there was one, is over. */
    void calm() {
        risenSince = NEVER;
    }

    /** Judges the signal; must be fresh and warm. */
    SignalReading read(double level, double peers) {
        double own = baseline.median();
        double floor = floor();
        double ownRise = level - own;
        if (ownRise >= floor) {
            lastSuspicious = window.newest();
        }
        double rise = Double.isNaN(peers) ? ownRise : Math.min(ownRise, overPeers(level, own, peers));
        if (rise < floor) {
            // Noise may dip below the floor for a moment; only half of it ends the rise.
            risenSince = rise < floor / 2 ? NEVER : risenSince;
            return SignalReading.quiet(tolerance, level, own, peers);
        }
        if (risenSince == NEVER) {
            risenSince = window.newest();
        }
        boolean persists =
                window.newest() - risenSince >= settings.persistence().toNanos();
        return persists ? judge(level, own, peers, rise / floor) : SignalReading.quiet(tolerance, level, own, peers);
    }

    /** What disturbs all nodes disturbs none exactly alike: half of what the peers show is granted on top. */
    private static double overPeers(double level, double own, double peers) {
        return level - peers - Math.max(0, peers - own) / 2;
    }

    private SignalReading judge(double level, double own, double peers, double riseInFloors) {
        Trend trend = Trend.of(window, settings.window().toNanos());
        double trust = trend.steadiness() * smoothStep(trend.slope() / Math.max(trend.slopeError(), 1e-12) - 0.5);
        double slope = Math.max(0, trend.slope() * trust);
        double start = Math.max(level, trend.steadiness() > 0.5 ? trend.level() : level);
        double limit = sign * tolerance.limit();
        double horizon = settings.horizon().toNanos() / 1e9;
        double slopeDoubt = horizon * horizon * (square(trend.slopeError() * trust) + square(TREND_DOUBT * slope));
        double doubt = Math.sqrt(slopeDoubt + square(tolerance.noiseFloor() / 2));
        double crossing = Normal.cumulative((start + slope * horizon - limit) / doubt);
        double distance = clamp((level - own) / (limit - own));
        double significance = smoothStep(riseInFloors - 1);
        double probability =
                tolerance.weight() * significance * Math.max(crossing, DISTANCE_HAZARD * distance * distance);
        return new SignalReading(tolerance, level, own, peers, slope, probability, significance * distance);
    }

    private static double square(double value) {
        return value * value;
    }

    /** 0 below 0, 1 above 1, smooth between. */
    private static double smoothStep(double value) {
        double x = clamp(value);
        return x * x * (3 - 2 * x);
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
