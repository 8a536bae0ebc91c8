package io.lifeboat.engine;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Holds what comes in from outside against the engine's time. That never goes back: should the clock be set back, its times and those of
 * the frames, which are by the same clock, are from then on moved on by as much. A frame from the future is refused, for all
 * that comes after it would look old.
 */
final class Intake {

    /** A node that goes on sending such frames is told of once. */
    private static final Duration TOLD = Duration.ofMinutes(1);

    private final Duration ahead;
    private final Consumer<EngineEvent> events;

    /** When a frame of a node was last refused. Only looked up by node and thinned out: its order does not matter. */
    private final Map<String, Instant> refused = new HashMap<>();

    private Instant now = Instant.MIN;
    private Duration setBack = Duration.ZERO;

    /** The latest date, by the clock, that is not from the future. */
    private Instant latest = Instant.MIN;

    /** @param ahead a frame may be from so far ahead: it is measured and read at about the same time */
    Intake(Duration ahead, Consumer<EngineEvent> events) {
        this.ahead = ahead;
        this.events = events;
    }

    /** The engine's time when the clock shows this one. */
    Instant now(Instant clock) {
        Instant time = clock.plus(setBack);
        if (time.isBefore(now)) {
            Duration by = Duration.between(time, now);
            setBack = setBack.plus(by);
            time = now;
            events.accept(new EngineEvent.ClockSetBack(now, by));
        }
        now = time;
        latest = clock.plus(ahead);
        refused.values().removeIf(at -> at.plus(TOLD).isBefore(now));
        return now;
    }

    /** Whether the frame is not from the future. */
    boolean accepts(TelemetryFrame frame) {
        if (!frame.at().isAfter(latest)) {
            return true;
        }
        if (refused.put(frame.node(), now) == null) {
            Duration by = Duration.between(latest.minus(ahead), frame.at());
            events.accept(new EngineEvent.TelemetryRefused(
                    now,
                    frame.node(),
                    "It is dated %s, %s ahead of the engine's clock. Maybe the clock of the node was set."
                            .formatted(frame.at(), by)));
        }
        return false;
    }

    /** The frame, dated by the engine's time. */
    TelemetryFrame dated(TelemetryFrame frame) {
        return setBack.isZero()
                ? frame
                : new TelemetryFrame(frame.node(), frame.at().plus(setBack), frame.values());
    }
}
