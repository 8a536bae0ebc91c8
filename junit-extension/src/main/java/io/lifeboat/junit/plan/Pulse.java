package io.lifeboat.junit.plan;

import java.time.Duration;

/**
 * On and off in turn, beginning with on.
 *
 * @param on how long it is on each time; positive
 * @param off how long it is off each time; positive
 */
public record Pulse(Duration on, Duration off) {

    static Pulse parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new PlanException(
                    "pulse = \"%s\" must be two durations, on and off.%nMaybe write \"500ms/2s\".".formatted(text));
        }
        return new Pulse(Durations.parsePositive("pulse", parts[0]), Durations.parsePositive("pulse", parts[1]));
    }

    boolean isOn(Duration sinceBegin) {
        long period = on.plus(off).toNanos();
        return Math.floorMod(sinceBegin.toNanos(), period) < on.toNanos();
    }
}
