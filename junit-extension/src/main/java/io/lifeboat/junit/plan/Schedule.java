package io.lifeboat.junit.plan;

import io.lifeboat.junit.Then;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a fault is there, and how bad it is then. All times are since the experiment began.
 *
 * @param after when it begins
 * @param rampUp how long it takes from nothing to its worst
 * @param duration how long it lasts, run-up included; not shorter than the run-up
 * @param then what comes after
 * @param pulse on and off in turn, or null for always on
 * @param probability the chance that it happens at all
 */
public record Schedule(
        Duration after,
        Duration rampUp,
        Duration duration,
        Then then,
        @Nullable Pulse pulse,
        double probability) {

    public Schedule {
        if (duration.compareTo(rampUp) < 0) {
            throw new PlanException(
                    "duration (%s) must not be shorter than rampUp (%s): it includes the run-up.%nMaybe leave duration out."
                            .formatted(Durations.text(duration), Durations.text(rampUp)));
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new PlanException("probability = %s must be above 0 and at most 1.".formatted(probability));
        }
    }

    public Duration end() {
        return after.plus(duration);
    }

    /** When it is at its worst for the first time. */
    public Duration peak() {
        return after.plus(rampUp);
    }

    /** Share of the highest severity at a time between begin and end, 0 to 1. */
    public double level(Duration elapsed) {
        Duration since = elapsed.minus(after);
        if (pulse != null && !pulse.isOn(since)) {
            return 0;
        }
        return since.compareTo(rampUp) >= 0 ? 1 : Math.max(0, (double) since.toNanos() / rampUp.toNanos());
    }
}
