package io.lifeboat.report;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault that was injected. Times are since the experiment began.
 *
 * @param type as in the annotation, e.g. CPU_THROTTLE
 * @param severity its worst
 * @param injectedAt when it was put in place
 * @param peakAt when it first reached its worst; empty if it never did
 * @param crashedAt when the node died of it, if it did
 * @param clearedAt when it was undone; empty if the journal ends before
 * @param hits how often it acted, counted in {@code unit}
 * @param readBack what the injector read back from the system
 * @param undoFailure why undoing did not work, if it did not
 */
public record FaultResult(
        String id,
        String type,
        String node,
        double severity,
        Duration injectedAt,
        Optional<Duration> peakAt,
        Optional<Duration> crashedAt,
        Optional<Duration> clearedAt,
        String injector,
        String means,
        boolean simulated,
        long hits,
        String unit,
        String readBack,
        Optional<String> undoFailure) {

    /** What fails faster than this gives an engine, which hears of its nodes a few times a second, nothing to go by. */
    private static final Duration SHORTEST_RUN_UP = Duration.ofMillis(500);

    /** The moment that a prediction must beat: the crash if there was one, else the worst. */
    public Optional<Duration> failedAt() {
        return crashedAt.or(() -> peakAt);
    }

    /** How long it took from the injection to the failure; empty without failure, or if it struck at once. */
    public Optional<Duration> runUp() {
        return failedAt().map(failed -> failed.minus(injectedAt)).filter(time -> time.compareTo(SHORTEST_RUN_UP) >= 0);
    }

    /** Whether it failed at once: nobody could have predicted it. */
    public boolean struckAtOnce() {
        return failedAt().isPresent() && runUp().isEmpty();
    }

    public boolean tookEffect() {
        return hits > 0;
    }

    /** Whether the fault was in place at that time. */
    public boolean activeAt(Duration at) {
        boolean ended = clearedAt.filter(end -> at.compareTo(end) > 0).isPresent();
        return at.compareTo(injectedAt) >= 0 && !ended;
    }
}
