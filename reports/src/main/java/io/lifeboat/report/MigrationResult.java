package io.lifeboat.report;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A workload on its way from one node to another. Times are since the experiment began.
 *
 * @param kind PLANNED while the source runs, RESTART if it is dead
 * @param why this target
 * @param decidedAt when the engine decided
 * @param phases when each phase was entered, in order: COPYING, STARTING, SWITCHING, DRAINING, and how it ended
 * @param pause how long clients were held
 * @param dataAge after a restart from a copy: how old the copy was
 * @param failure why it was rolled back or failed
 */
public record MigrationResult(
        String id,
        String workload,
        String from,
        String to,
        String kind,
        String why,
        Duration decidedAt,
        Map<String, Duration> phases,
        Optional<Duration> pause,
        Optional<Duration> dataAge,
        Optional<String> failure) {

    /** When clients were first served by the new copy. */
    public Optional<Duration> servingAt() {
        if (failure.isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(phases.get("DRAINING")).or(this::completedAt);
    }

    /** When it was over, if it went well. */
    public Optional<Duration> completedAt() {
        return Optional.ofNullable(phases.get("COMPLETED"));
    }
}
