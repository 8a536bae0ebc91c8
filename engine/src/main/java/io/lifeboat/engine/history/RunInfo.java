package io.lifeboat.engine.history;

import java.time.Instant;
import java.util.Optional;

/**
 * Which run a recording is of.
 *
 * @param id what its owner calls it; need not be unique, the store keeps runs of the same id apart
 * @param platform where it ran, such as {@code local}, {@code simulated} or {@code import}
 * @param scenario what was done, such as the test's class and method
 * @param seed of everything random in it; 0 if nothing was
 * @param startedAt by the clock of its telemetry; recorded production data may be years old
 * @param recording the recording that it is a segment of; empty if it is whole
 */
public record RunInfo(
        String id, String platform, String scenario, long seed, Instant startedAt, Optional<String> recording) {

    /** A whole run. */
    public RunInfo(String id, String platform, String scenario, long seed, Instant startedAt) {
        this(id, platform, scenario, seed, startedAt, Optional.empty());
    }

    public RunInfo {
        requireText("id", id);
        requireText("platform", platform);
    }

    /** A segment of the recording that began with this run. */
    RunInfo segment(Instant at) {
        String name = recording.orElse(id + "@" + startedAt);
        return new RunInfo(id, platform, scenario, seed, at, Optional.of(name));
    }

    private static void requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "The %s (\"%s\") of a run must not be blank. Maybe use the name of its test."
                            .formatted(name, value));
        }
    }
}
