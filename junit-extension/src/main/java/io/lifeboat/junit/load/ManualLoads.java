package io.lifeboat.junit.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Requests that tests make by themselves. Their intervals end when the next one is recorded, or at the close. */
final class ManualLoads {

    private final LoadConfig config;
    private final Map<String, LoadRecorder> recorders = new ConcurrentSkipListMap<>();

    ManualLoads(LoadConfig config) {
        this.config = config;
    }

    boolean has(String name) {
        return recorders.containsKey(name);
    }

    void record(String name, Duration latency, @Nullable String failure) {
        if (latency.isNegative()) {
            throw new IllegalArgumentException(
                    "latency = %s of \"%s\" must be at least 0. Maybe the clock is not a monotonic one."
                            .formatted(latency, name));
        }
        LoadRecorder recorder = recorders.computeIfAbsent(name, key -> new LoadRecorder(key, config));
        recorder.record(latency.toNanos(), failure);
        if (recorder.due()) {
            recorder.flush();
        }
    }

    void close() {
        recorders.values().forEach(LoadRecorder::flush);
        recorders.clear();
    }
}
