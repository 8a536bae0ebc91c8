package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.AdaptSettings;
import io.lifeboat.engine.adapt.DriftSettings;
import io.lifeboat.engine.adapt.TrialSettings;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Thirty nodes in virtual time, each a second later in its round than the one before. They report each second, to a predictor that adapts
 * and to one with the same models that does not. Both predict every five seconds, and what became of it is told to the first.
 */
final class DriftingFleet {

    private static final int NODES = 30;
    private static final int SECONDS_A_PREDICTION = 5;

    final AdaptivePredictor adaptive;
    final LearnedPredictor fixed;
    final DriftingDisks disks = new DriftingDisks(99);
    final List<String> changes = new ArrayList<>();

    /** Mean squared error of the probabilities of the rounds that were run last (Brier score). */
    double adaptiveError;

    double fixedError;

    private Instant now = Fleet.START;
    private int second;
    private int predictions;

    DriftingFleet(LearnedModels models, Path shelf) {
        AdaptSettings settings = new AdaptSettings(
                DriftingDisks.HORIZON,
                1_000_000,
                300,
                DriftingDisks.HORIZON,
                300,
                5_000,
                new DriftSettings(200, 100, 0.05, 12, 0.002, 0.2, 10),
                new TrialSettings(300, 20, 5_000));
        adaptive = new AdaptivePredictor(models, TrendSettings.defaults(), shelf, settings, Runnable::run);
        fixed = new LearnedPredictor(models, TrendSettings.defaults());
    }

    void run(int rounds) {
        adaptiveError = 0;
        fixedError = 0;
        predictions = 0;
        for (int i = 0; i < rounds * DriftingDisks.ROUND; i++) {
            second();
        }
        adaptiveError /= predictions;
        fixedError /= predictions;
    }

    void runUntil(String words) {
        for (int i = 0; i < 100 && changes.stream().noneMatch(change -> change.contains(words)); i++) {
            run(1);
        }
    }

    private void second() {
        for (int i = 0; i < NODES; i++) {
            live("node-" + i, secondOf(i));
        }
        if (second % SECONDS_A_PREDICTION == 0) {
            adaptiveError += error(adaptive.predict(now));
            fixedError += error(fixed.predict(now));
            adaptive.adapt(now).forEach(change -> changes.add(change.words()));
        }
        second++;
        now = now.plusSeconds(1);
    }

    private int secondOf(int node) {
        return (second + node) % DriftingDisks.ROUND;
    }

    private void live(String node, int inRound) {
        if (inRound == 0 || second == 0) {
            disks.begin(node);
            adaptive.restored(node, now);
        }
        if (inRound == DriftingDisks.FAILURE && disks.fails(node)) {
            adaptive.failed(node, Component.DISK, now);
        }
        if (!disks.isDown(node, inRound)) {
            TelemetryFrame frame = disks.frame(node, now, inRound);
            adaptive.observe(frame);
            fixed.observe(frame);
        }
    }

    private double error(List<Prediction> predicted) {
        double error = 0;
        for (Prediction prediction : predicted) {
            int inRound = secondOf(Integer.parseInt(prediction.node().substring("node-".length())));
            if (prediction.component() == Component.DISK && !disks.isDown(prediction.node(), inRound)) {
                double truth = disks.failsWithinHorizon(prediction.node(), inRound) ? 1 : 0;
                error += Math.pow(prediction.probability() - truth, 2);
                predictions++;
            }
        }
        return error;
    }
}
