package io.lifeboat.engine.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.history.Truth;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.LearnedPredictor;
import io.lifeboat.engine.prediction.learned.ModelTraining;
import io.lifeboat.engine.prediction.learned.TrainingSettings;
import io.lifeboat.engine.telemetry.Cadence;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nodes scraped each 15 s: the disks of every second one slow down, and their logs fill, for ten minutes before they fail. */
class ScrapedTrainingTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int NODES = 32;
    private static final int SCRAPES = 240;
    private static final int RUN_UP = 40;

    private static LearnedModels models = LearnedModels.forLocalNodes();

    private static Instant scrape(int number) {
        return START.plusSeconds(15L * number);
    }

    private static int failure(int node) {
        return 100 + node * 4;
    }

    private static boolean fails(int node) {
        return node % 2 == 0;
    }

    private static List<TelemetryFrame> frames(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TelemetryFrame> frames = new ArrayList<>();
        for (int i = 0; i < SCRAPES; i++) {
            for (int node = 0; node < NODES; node++) {
                if (!fails(node) || i < failure(node)) {
                    int left = failure(node) - i;
                    double worse = fails(node) && left < RUN_UP ? 1 - left / (double) RUN_UP : 0;
                    frames.add(new TelemetryFrame(
                            "n" + node,
                            scrape(i).plusMillis(random.nextInt(200)),
                            Map.of(
                                    Metric.DISK_LATENCY, 0.01 + 0.4 * worse + 0.005 * random.nextDouble(),
                                    Metric.LOG_ERRORS, (random.nextInt(10) == 0 ? 1 / 15.0 : 0) + worse)));
                }
            }
        }
        return frames;
    }

    @BeforeAll
    static void train() {
        List<Truth> truths = new ArrayList<>();
        for (int node = 0; node < NODES; node += 2) {
            Instant failed = scrape(failure(node));
            truths.add(new Truth("n" + node, Component.DISK, "slow", failed, Optional.of(failed), Optional.empty()));
        }
        Duration horizon = Duration.ofMinutes(10);
        models = new ModelTraining(
                        TrainingSettings.of(horizon, 1).withCadence(Cadence.of(Duration.ofSeconds(15))),
                        TrendSettings.defaults(),
                        line -> {})
                .train(new Production(frames(1), truths, horizon).parts());
    }

    /** What is said of the disks 14 s after a scrape, when a live engine would long have called it stale. */
    private static double said(int node, int scrape) {
        LearnedPredictor predictor = new LearnedPredictor(models);
        Instant now = scrape(scrape).plusSeconds(14);
        List<Prediction> last = List.of();
        for (TelemetryFrame frame : frames(2)) {
            if (frame.at().isAfter(now)) {
                break;
            }
            predictor.observe(frame);
            last = predictor.predict(frame.at());
        }
        assertThat(last).isNotEmpty();
        Prediction disk = predictor.predict(now).stream()
                .filter(one -> one.node().equals("n" + node) && one.component() == Component.DISK)
                .findFirst()
                .orElseThrow();
        assertThat(disk.abstained()).isFalse();
        assertThat(disk.horizon()).isEqualTo(Duration.ofMinutes(10));
        return disk.probability();
    }

    @Test
    void aDiskThatSlowsDownIsSeenMinutesBeforeItFails() {
        assertThat(models.problems()).noneMatch(problem -> problem.contains("DISK"));
        assertThat(said(4, failure(4) - 8)).isGreaterThan(0.5);
    }

    @Test
    void oneThatDoesNotIsLeftAlone() {
        assertThat(said(5, failure(4) - 8)).isLessThan(0.05);
        assertThat(said(4, failure(4) - RUN_UP - 10)).isLessThan(0.05);
    }
}
