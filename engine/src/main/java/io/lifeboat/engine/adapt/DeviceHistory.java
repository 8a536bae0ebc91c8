package io.lifeboat.engine.adapt;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When a device failed, was taken out of observation and came back. */
final class DeviceHistory {

    enum Event {
        FAILED,
        CENSORED,
        RESTORED
    }

    private final TreeMap<Instant, Event> events = new TreeMap<>();

    /** Of several events at one moment a failure counts: it is what nobody of us did. */
    void add(Instant at, Event event) {
        events.merge(at, event, (old, added) -> old == Event.FAILED ? old : added);
    }

    /** Whether the device failed within the time after a moment; empty if nobody can know. */
    Optional<Boolean> failed(Instant after, Instant until) {
        Map.Entry<Instant, Event> before = events.floorEntry(after);
        if (before != null && before.getValue() != Event.RESTORED) {
            return Optional.empty();
        }
        for (Event event : events.subMap(after, false, until, true).values()) {
            if (event != Event.RESTORED) {
                return event == Event.FAILED ? Optional.of(true) : Optional.empty();
            }
        }
        return Optional.of(false);
    }

    /** Whether all that is known happened before a moment. */
    boolean endsBefore(Instant moment) {
        return events.isEmpty() || events.lastKey().isBefore(moment);
    }

    /** Whether it had failed by that moment and was not back yet. */
    boolean hadFailed(Instant at) {
        Map.Entry<Instant, Event> before = events.floorEntry(at);
        return before != null && before.getValue() == Event.FAILED;
    }

    /** Forgets what no moment from this one on depends on; true if nothing is left to know. */
    boolean forgetBefore(Instant moment) {
        Instant state = events.floorKey(moment);
        if (state != null) {
            events.headMap(state).clear();
        }
        return events.isEmpty() || events.size() == 1 && events.firstEntry().getValue() == Event.RESTORED;
    }
}
