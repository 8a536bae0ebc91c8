package io.lifeboat.engine.history;

import java.time.Instant;

/**
 * Which run a recording is of.
 *
 * @param id what its owner calls it; need not be unique, the store keeps runs of the same id apart
 * @param platform where it ran, such as {@code local}, {@code simulated} or {@code import}
 * @param scenario what was done, such as the test's class and method
 * @param seed of everything random in it; 0 if nothing was
 * @param startedAt by the clock of its telemetry; recorded production data may be years old
 */
public record RunInfo(String id, String platform, String scenario, long seed, Instant startedAt) {

    public RunInfo {
        requireText("id", id);
        requireText("platform", platform);
    }

    private static void requireText(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "The %s (\"%s\") of a run must not be blank. Maybe use the name of its test."
                            .formatted(name, value));
        }
    }
}
