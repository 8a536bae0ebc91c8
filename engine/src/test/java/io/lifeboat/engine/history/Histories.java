package io.lifeboat.engine.history;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Small histories for tests. */
final class Histories {

    static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    static final Duration DAY = Duration.ofDays(1);

    private Histories() {}

    static HistoryStore store(Path directory, Instant now) {
        return HistoryStore.open(directory, HistoryLimits.DEFAULT, InstantSource.fixed(now));
    }

    static RunInfo info(String id) {
        return info(id, START);
    }

    static RunInfo info(String id, Instant startedAt) {
        return new RunInfo(id, "local", "OrdersTests#survive", 42, startedAt);
    }

    static List<TelemetryFrame> frames(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TelemetryFrame(
                        "node-" + i % 3,
                        START.plusNanos(100_000_001L * i),
                        Map.of(Metric.CPU_UTILISATION, Math.sqrt(i) / 7, Metric.DISK_LATENCY, 1e-3 / (i + 1))))
                .toList();
    }

    static Truth crash(String node) {
        return new Truth(
                node,
                Component.CPU,
                "CPU_THROTTLE",
                START.plusSeconds(3),
                Optional.of(START.plusSeconds(8)),
                Optional.empty());
    }
}
