package io.lifeboat.engine.migration;

import io.lifeboat.engine.cluster.MigrationOrder.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Failed migrations per workload: a rest after each, and a bound for planned ones. A restart is never given up, as the
 * workload is down: its rest doubles up to 30 s instead.
 */
final class Attempts {

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private record Failures(int count, Instant restsUntil, String last) {}

    private final MigrationSettings settings;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    Attempts(MigrationSettings settings) {
        this.settings = settings;
    }

    void failed(Instant now, String workload, String why) {
        Failures before = failures.get(workload);
        int count = before == null ? 1 : before.count() + 1;
        Duration rest = settings.retryAfter().multipliedBy(1L << Math.min(count - 1, 10));
        Instant until = now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
        failures.put(workload, new Failures(count, until, why));
    }

    /** Its migration succeeded, or the cause to move it is gone. */
    void forget(String workload) {
        failures.remove(workload);
    }

    /** Why the workload may not be tried now, if it may not. */
    Optional<Hold> hold(Instant now, Demand demand) {
        Failures before = failures.get(demand.workload().id());
        if (before == null) {
            return Optional.empty();
        }
        if (demand.kind() == Kind.PLANNED && before.count() >= settings.maxAttempts()) {
            return Optional.of(new Hold(
                    "gave-up",
                    "given up after %d failed migrations, the last one: %s".formatted(before.count(), before.last())));
        }
        if (now.isBefore(before.restsUntil())) {
            return Optional.of(new Hold("rest-" + before.count(), "rests after a failed migration: " + before.last()));
        }
        return Optional.empty();
    }
}
