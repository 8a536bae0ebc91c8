package io.lifeboat.engine.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The unplanned downtime of each workload within the period. Workloads without any take no room. */
final class ErrorBudgets {

    private record Outage(Instant end, double seconds) {}

    private static final Deque<Outage> NONE = new ArrayDeque<>();

    private final Duration period;

    /** Only looked up by id, never walked through but to forget: its order does not matter. */
    private final Map<String, Deque<Outage>> outages = new HashMap<>();

    ErrorBudgets(Duration period) {
        this.period = period;
    }

    void spend(Instant end, String workload, double seconds) {
        outages.computeIfAbsent(workload, id -> new ArrayDeque<>()).add(new Outage(end, seconds));
    }

    /** Whether there was anything to forget. */
    boolean forget(Instant now) {
        if (outages.isEmpty()) {
            return false;
        }
        Instant oldest = now.minus(period);
        boolean forgotten = false;
        for (Deque<Outage> all : outages.values()) {
            forgotten |= all.removeIf(outage -> outage.end().isBefore(oldest));
        }
        outages.values().removeIf(Deque::isEmpty);
        return forgotten;
    }

    /** Seconds. */
    double used(String workload) {
        double used = 0;
        for (Outage outage : outages.getOrDefault(workload, NONE)) {
            used += outage.seconds();
        }
        return used;
    }
}
