package io.lifeboat.junit.load;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A load generator in virtual time, and what it told its sink. */
final class VirtualLoad {

    long now;
    OptionalLong end = OptionalLong.empty();
    final List<LoadSample> samples = new ArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final ManagedLoadGenerator load;

    VirtualLoad(long seed) {
        load = LoadGenerators.create(LoadConfig.virtualTime(
                seed,
                () -> now,
                until -> now = Math.max(now, until),
                samples::add,
                meters,
                () -> end,
                uri -> () -> uri));
    }

    void pass(Duration duration) {
        now += duration.toNanos();
    }
}
