package io.lifeboat.engine.history.imports;

import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Events as frames: one for each period in which there were any, at its end, and one after them in which there were none.
 * Silence that goes on adds nothing: whether the node was quiet or off, the file does not say.
 *
 * @param period the length of a period; periods begin at multiples of it since 1970
 */
record Buckets(Duration period) {

    double seconds() {
        return period.toMillis() / 1e3;
    }

    /**
     * The frames of one node.
     *
     * @param events in the order of their times
     * @param frame makes a frame of the end of a period and the events in it, called in the order of time
     */
    <E> List<TelemetryFrame> frames(
            List<E> events, Function<E, Instant> time, BiFunction<Instant, List<E>, TelemetryFrame> frame) {
        List<TelemetryFrame> frames = new ArrayList<>();
        int from = 0;
        while (from < events.size()) {
            long period = number(time.apply(events.get(from)));
            int to = from;
            while (to < events.size() && number(time.apply(events.get(to))) == period) {
                to++;
            }
            frames.add(frame.apply(end(period), events.subList(from, to)));
            if (to == events.size() || number(time.apply(events.get(to))) > period + 1) {
                frames.add(frame.apply(end(period + 1), List.of()));
            }
            from = to;
        }
        return frames;
    }

    private long number(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), period.toMillis());
    }

    private Instant end(long number) {
        return Instant.ofEpochMilli((number + 1) * period.toMillis());
    }
}
