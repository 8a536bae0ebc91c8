package io.lifeboat.engine.agent;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * For how long the quota of a cgroup held its processes back: {@code throttled_time} in nanoseconds with cgroup v1,
 * {@code throttled_usec} with v2.
 */
final class ThrottledTime {

    private final Optional<Path> stat;

    ThrottledTime(Optional<Path> cgroup) {
        this.stat = cgroup.map(directory -> directory.resolve("cpu.stat"));
    }

    /** Total in nanoseconds since the cgroup was made. */
    OptionalLong nanos() {
        if (stat.isEmpty()) {
            return OptionalLong.empty();
        }
        String text = ProcFiles.text(stat.get());
        OptionalLong v1 = ProcFiles.field(text, "throttled_time ");
        if (v1.isPresent()) {
            return v1;
        }
        OptionalLong v2 = ProcFiles.field(text, "throttled_usec ");
        return v2.isPresent() ? OptionalLong.of(v2.getAsLong() * 1000) : v2;
    }
}
