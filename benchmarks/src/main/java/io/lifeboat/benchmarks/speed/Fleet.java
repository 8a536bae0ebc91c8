package io.lifeboat.benchmarks.speed;

import io.lifeboat.engine.prediction.Tolerance;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Many nodes that report in turn; one in a thousand degrades. Frames are made outside what is measured. */
final class Fleet {

    private static final int SICK_EVERY = 1_000;

    private final List<String> names = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final int everyTicks;
    private long tick;

    /** @param everyTicks a node reports every so many ticks, of a second each */
    Fleet(int nodes, int everyTicks) {
        for (int i = 0; i < nodes; i++) {
            names.add("node-" + i);
        }
        this.everyTicks = everyTicks;
    }

    List<String> names() {
        return names;
    }

    /** Windows as long as nodes that report every {@code everyTicks} seconds need them. */
    TrendSettings settings() {
        Duration report = Duration.ofSeconds(everyTicks);
        return new TrendSettings(
                report.multipliedBy(60),
                report.multipliedBy(6),
                report.multipliedBy(6),
                report.multipliedBy(2),
                report.multipliedBy(2),
                report.multipliedBy(3),
                Tolerance.defaults());
    }

    Instant now() {
        return Instant.EPOCH.plusSeconds(tick);
    }

    /** The frames of the next tick. */
    List<TelemetryFrame> next() {
        tick++;
        List<TelemetryFrame> frames = new ArrayList<>(names.size() / everyTicks + 1);
        for (int i = (int) (tick % everyTicks); i < names.size(); i += everyTicks) {
            frames.add(new TelemetryFrame(names.get(i), now(), values(i)));
        }
        return frames;
    }

    private Map<Metric, Double> values(int node) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        double worse = node % SICK_EVERY == 0 ? 0.4 * Math.min(1, tick / 20.0 / everyTicks) : 0;
        for (Tolerance tolerance : Tolerance.defaults()) {
            double noise = 0.1 * tolerance.noiseFloor() * random.nextDouble();
            values.put(tolerance.metric(), noise + worse * tolerance.limit());
        }
        return values;
    }
}
