package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.model.classify.BoostingTrainer;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Disks that live through rounds of 30 seconds, made up from a seed. In every other round or so a disk gets slower from second 8 on, and
 * at first all of these fail at second 23. Later there may be some that get slower up to a point and hold.
 */
final class DriftingDisks {

    static final Duration HORIZON = Duration.ofSeconds(15);
    static final int ROUND = 30;
    static final int FAILURE = 23;
    private static final int ONSET = FAILURE - (int) HORIZON.toSeconds();

    private final SplittableRandom random;
    private final Map<String, Fate> fates = new HashMap<>();
    private double failing = 1;
    private double plateau;

    private enum Fate {
        WELL,
        HOLDS,
        FAILS
    }

    DriftingDisks(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * The world changes.
     *
     * @param share of slow disks that fail
     * @param slowness up to which the others go, of that of one that fails
     */
    void failing(double share, double slowness) {
        failing = share;
        plateau = slowness;
    }

    /** A round of the node begins. */
    void begin(String node) {
        boolean slow = random.nextDouble() < 0.5;
        boolean fails = random.nextDouble() < failing;
        fates.put(node, !slow ? Fate.WELL : fails ? Fate.FAILS : Fate.HOLDS);
    }

    boolean fails(String node) {
        return fates.get(node) == Fate.FAILS;
    }

    boolean isDown(String node, int second) {
        return fails(node) && second >= FAILURE;
    }

    boolean failsWithinHorizon(String node, int second) {
        return fails(node) && second >= ONSET && second < FAILURE;
    }

    TelemetryFrame frame(String node, Instant at, int second) {
        Fate fate = fates.get(node);
        double progress = Math.max(0, (second - ONSET) / (double) HORIZON.toSeconds());
        double slower = fate == Fate.FAILS ? progress : fate == Fate.HOLDS ? Math.min(progress, plateau) : 0;
        return new TelemetryFrame(
                node,
                at,
                Map.of(
                        Metric.DISK_LATENCY, 0.5 * slower + 0.004 * random.nextDouble(),
                        Metric.CPU_TEMPERATURE, 50 + random.nextDouble()));
    }

    /** Models of the time before the drift. */
    static LearnedModels train() {
        List<LabelledRun> runs = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            runs.add(run(i));
        }
        TrainingSettings settings = TrainingSettings.of(HORIZON, 7).withClassifiers(List.of(BoostingTrainer.NAME));
        return new ModelTraining(settings, TrendSettings.defaults(), line -> {}).train(runs);
    }

    /** One round of three nodes, until those fail that do. */
    private static LabelledRun run(int number) {
        DriftingDisks disks = new DriftingDisks(number);
        List<String> nodes = List.of("a", "b", "c");
        nodes.forEach(disks::begin);
        List<TelemetryFrame> frames = new ArrayList<>();
        for (int second = 0; second < FAILURE; second++) {
            for (String node : nodes) {
                frames.add(disks.frame(node, Fleet.START.plusSeconds(second), second));
            }
        }
        return new LabelledRun("run-" + number, frames, (node, component, at) -> {
            int second = (int) Duration.between(Fleet.START, at).toSeconds();
            return component == Component.DISK && disks.failsWithinHorizon(node, second)
                    ? Outcome.FAILS
                    : Outcome.HOLDS;
        });
    }
}
