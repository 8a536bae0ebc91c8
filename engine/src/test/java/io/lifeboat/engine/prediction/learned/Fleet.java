package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
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
import org.jspecify.annotations.Nullable;

/**
 * Runs of three nodes, made up from a seed: in two of three the disk or the processor of a node gets worse from second 5 on, and
 * fails at second 15; in the third nothing happens but a spike.
 */
final class Fleet {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant ONSET = START.plusSeconds(5);
    static final Instant FAILURE = START.plusSeconds(15);
    static final String SICK = "node-2";
    static final Duration HORIZON = Duration.ofSeconds(30);

    private Fleet() {}

    /** What falls ill in a run of this number; null for nothing. */
    static @Nullable Component sickPart(int run) {
        return run % 3 == 0 ? Component.CPU : run % 3 == 1 ? Component.DISK : null;
    }

    static List<LabelledRun> runs(int count) {
        List<LabelledRun> runs = new ArrayList<>();
        for (int run = 0; run < count; run++) {
            runs.add(run(run));
        }
        return runs;
    }

    static LabelledRun run(int number) {
        Component sick = sickPart(number);
        return new LabelledRun("run-" + number, frames(number), (node, component, at) -> {
            if (sick == null || !node.equals(SICK)) {
                return Outcome.HOLDS;
            }
            if (!at.isBefore(FAILURE)) {
                return Outcome.UNKNOWN;
            }
            return component == sick && !at.isBefore(ONSET) ? Outcome.FAILS : Outcome.HOLDS;
        });
    }

    static List<TelemetryFrame> frames(int number) {
        SplittableRandom random = new SplittableRandom(number);
        List<TelemetryFrame> frames = new ArrayList<>();
        for (int tick = 0; tick < 150; tick++) {
            for (String node : List.of("node-1", SICK, "node-3")) {
                frames.add(new TelemetryFrame(
                        node, START.plusMillis(tick * 100L), values(number, node, tick / 10.0, random)));
            }
        }
        return frames;
    }

    private static Map<Metric, Double> values(int number, String node, double seconds, SplittableRandom random) {
        Component sick = node.equals(SICK) ? sickPart(number) : null;
        double worse = Math.max(0, (seconds - 5) / 10);
        double spike = sickPart(number) == null && node.equals(SICK) && Math.abs(seconds - 8) < 0.15 ? 0.2 : 0;
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.CPU_THROTTLED, (sick == Component.CPU ? 0.8 * worse : 0) + 0.01 * random.nextDouble());
        values.put(Metric.CPU_TEMPERATURE, 50 + random.nextDouble());
        values.put(
                Metric.DISK_LATENCY, (sick == Component.DISK ? 0.5 * worse : 0) + spike + 0.004 * random.nextDouble());
        values.put(Metric.NETWORK_ROUND_TRIP, 0.001 + 0.001 * random.nextDouble());
        return values;
    }

    static LearnedModels train(int runs) {
        return train(runs, 1);
    }

    static LearnedModels train(int runs, int threads) {
        return new ModelTraining(
                        TrainingSettings.of(HORIZON, 7).withThreads(threads), TrendSettings.defaults(), line -> {})
                .train(runs(runs));
    }
}
