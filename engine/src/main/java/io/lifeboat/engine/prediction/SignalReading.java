package io.lifeboat.engine.prediction;

import java.time.Duration;

/**
 * What one signal says now. Values are in the metric's unit, turned so that higher is worse.
 *
 * @param tolerance what the signal is judged by
 * @param level the level now
 * @param own median of the node's own normal history
 * @param peers upper quartile of the peers now; not a number without peers
 * @param slope rise per second, 0 when it is not steady
 * @param probability that the signal alone means failure within the horizon, 0 to 1
 * @param distance how far the way from normal to the limit has been gone, 0 to 1
 */
record SignalReading(
        Tolerance tolerance,
        double level,
        double own,
        double peers,
        double slope,
        double probability,
        double distance) {

    /** How the signal moves, as far as the horizon. */
    Evidence.Course course(Duration horizon) {
        double sign = tolerance.direction() == Tolerance.Direction.ABOVE ? 1 : -1;
        double left = sign * tolerance.limit() - level;
        if (left <= 0) {
            return Evidence.Course.BEYOND_LIMIT;
        }
        return slope * horizon.toNanos() / 1e9 >= left ? Evidence.Course.RISING : Evidence.Course.LEVEL;
    }

    /** Until it reaches its limit if it goes on as it does, at least 0; infinite if it does not rise. */
    double secondsLeft() {
        double sign = tolerance.direction() == Tolerance.Direction.ABOVE ? 1 : -1;
        double left = sign * tolerance.limit() - level;
        return left <= 0 ? 0 : slope > 0 ? left / slope : Double.POSITIVE_INFINITY;
    }

    /** A signal that shows nothing. */
    static SignalReading quiet(Tolerance tolerance, double level, double own, double peers) {
        return new SignalReading(tolerance, level, own, peers, 0, 0, 0);
    }
}
