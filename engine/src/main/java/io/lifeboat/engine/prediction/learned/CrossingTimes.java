package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.model.forecast.Crossing;
import io.lifeboat.engine.prediction.RemainingLife;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a tolerance is crossed by one forecast, in seconds from then.
 *
 * @param median crossed by then with one chance in two
 * @param tenth crossed by then with one chance in ten
 */
record CrossingTimes(double median, double tenth) {

    private static final double STEP = ForecasterChoice.STEP_NANOS / 1e9;

    /** Empty if it is more likely than not that the forecast ends first. */
    static Optional<CrossingTimes> of(Crossing crossing) {
        OptionalInt median = crossing.steps(0.5);
        // Reached by the median, a lower probability is reached as well.
        return median.isEmpty()
                ? Optional.empty()
                : Optional.of(new CrossingTimes(
                        STEP * median.getAsInt(), STEP * crossing.steps(0.1).orElseThrow()));
    }

    /** What is left of it. */
    RemainingLife after(long nanos) {
        return RemainingLife.estimated(median - nanos / 1e9, tenth - nanos / 1e9);
    }
}
