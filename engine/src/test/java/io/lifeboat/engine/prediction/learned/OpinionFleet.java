package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.AdaptSettings;
import io.lifeboat.engine.adapt.DriftSettings;
import io.lifeboat.engine.adapt.Retraining;
import io.lifeboat.engine.adapt.TrialSettings;
import io.lifeboat.engine.cluster.Component;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;

/** Fifty nodes of which one in ten falls ill per horizon. First all models see it coming, after a drift the rules alone. */
final class OpinionFleet {

    private static final int NODES = 50;

    final AdaptiveMerger merger;
    final Merger shipped;
    final List<String> events = new ArrayList<>();
    final List<Double> claims = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(5);
    boolean drifted;
    boolean moveTheSick;
    double adaptedLoss;
    double shippedLoss;
    private Instant now = Fleet.START;

    OpinionFleet(LearnedModels models, Path shelf, Retraining<Merge> retraining, Executor executor) {
        AdaptSettings settings = new AdaptSettings(
                Fleet.HORIZON,
                4_000,
                1_500,
                Fleet.HORIZON,
                500,
                20_000,
                DriftSettings.defaults(),
                new TrialSettings(500, 30, 5_000));
        ComponentModel model = Objects.requireNonNull(models.of(Component.DISK));
        shipped = Merger.fixed(model);
        merger = new AdaptiveMerger(model, shelf, settings, retraining, executor);
    }

    /** Tries other models, which know who is ill and half of what becomes of these. */
    void challenge(ComponentModel other) {
        merger.challenge(now, other);
    }

    /** Losses are counted anew. */
    void run(int horizons) {
        adaptedLoss = 0;
        shippedLoss = 0;
        for (int i = 0; i < horizons; i++) {
            for (int node = 0; node < NODES; node++) {
                one("node-" + node);
            }
            now = now.plus(Fleet.HORIZON);
            events.addAll(merger.adapt(now));
        }
    }

    void runUntil(String words) {
        for (int i = 0; i < 500 && events.stream().noneMatch(event -> event.contains(words)); i++) {
            run(1);
        }
    }

    private void one(String node) {
        boolean sick = random.nextDouble() < 0.1;
        double[] opinions = opinions(sick);
        boolean fails = random.nextDouble() < (sick ? 0.7 : 0.01);
        if (merger.challenger() != null) {
            merger.challenged(node, !sick ? 0.01 : fails ? 0.85 : 0.4);
        }
        double claimed = merger.probability(node, now, opinions);
        claims.add(claimed);
        adaptedLoss += loss(claimed, fails);
        shippedLoss += loss(shipped.probability(node, now, opinions), fails);
        if (sick && moveTheSick) {
            merger.censored(node, now.plusSeconds(5));
        }
        if (fails) {
            merger.failed(node, now.plusSeconds(10));
        }
        if (fails || sick && moveTheSick) {
            merger.restored(node, now.plusSeconds(20));
        }
    }

    private double[] opinions(boolean sick) {
        double[] opinions = new double[6];
        for (int model = 0; model < 6; model++) {
            boolean sees = sick && (model == 5 || !drifted);
            opinions[model] = (sees ? 0.6 : 0.02) * (1 + 0.2 * random.nextDouble());
        }
        opinions[4] = sick && !drifted ? 0.6 : Double.NaN;
        return opinions;
    }

    private static double loss(double claimed, boolean failed) {
        double p = Math.max(1e-3, Math.min(1 - 1e-3, claimed));
        return -Math.log(failed ? p : 1 - p);
    }
}
