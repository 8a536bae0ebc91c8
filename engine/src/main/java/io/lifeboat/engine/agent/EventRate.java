package io.lifeboat.engine.agent;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many events there were in the last second. Thread-safe. */
final class EventRate {

    private static final long WINDOW_NANOS = 1_000_000_000L;

    private record Entry(long nanos, long count) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long sum;

    synchronized void add(long nanos, long count) {
        if (count > 0) {
            entries.addLast(new Entry(nanos, count));
            sum += count;
        }
    }

    synchronized double perSecond(long nanos) {
        Entry oldest = entries.peekFirst();
        while (oldest != null && nanos - oldest.nanos >= WINDOW_NANOS) {
            sum -= oldest.count;
            entries.removeFirst();
            oldest = entries.peekFirst();
        }
        return sum;
    }
}
