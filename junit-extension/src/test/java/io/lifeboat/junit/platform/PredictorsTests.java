package io.lifeboat.junit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.manufacturer.ManufacturerData;
import io.lifeboat.engine.prediction.FailurePredictor;
import io.lifeboat.engine.prediction.Prediction;
import io.lifeboat.engine.prediction.TrendPredictor;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.prediction.learned.AdaptivePredictor;
import io.lifeboat.engine.prediction.learned.LearnedModels;
import io.lifeboat.engine.prediction.learned.LearnedPredictor;
import io.lifeboat.engine.telemetry.Metric;
import io.lifeboat.engine.telemetry.TelemetryFrame;
import io.lifeboat.junit.plan.AdaptPlan;
import io.lifeboat.junit.plan.PredictorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path here is that of a user's tests: what is missing from it is missing there. */
class PredictorsTests {

    private static Predictors of(boolean learned) {
        return Predictors.of(new PredictorSettings(learned, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void everyModelThatShipsIsInUse() {
        LearnedModels shipped = LearnedModels.forLocalNodes();
        assertThat(shipped.problems()).isEmpty();
        assertThat(shipped.components()).containsExactly(Component.values());
        Predictors predictors = of(true);
        assertThat(predictors.predictor()).isInstanceOf(LearnedPredictor.class);
        assertThat(predictors.horizon()).isEqualTo(shipped.horizon());
        assertThat(predictors.told()).doesNotContain("rules alone");
    }

    @Test
    void rulesNeedNoModels() {
        Predictors predictors = of(false);
        assertThat(predictors.predictor()).isInstanceOf(TrendPredictor.class);
        assertThat(predictors.horizon()).isEqualTo(TrendSettings.defaults().horizon());
    }

    @Test
    void aPredictorThatAdaptsSaysFromWhichRunsItTrainsItsModels(@TempDir Path folder) {
        Predictors fromRuns = adapting(new AdaptPlan(folder, Optional.of(folder.resolve("history"))));
        Predictors fromLabels = adapting(new AdaptPlan(folder, Optional.empty()));

        assertThat(fromRuns.predictor()).isInstanceOf(AdaptivePredictor.class);
        assertThat(fromRuns.told()).contains("adapting, after a drift from the runs in " + folder.resolve("history"));
        assertThat(fromLabels.predictor()).isInstanceOf(AdaptivePredictor.class);
        assertThat(fromLabels.told()).endsWith("; adapting");
    }

    private static Predictors adapting(AdaptPlan plan) {
        return Predictors.of(new PredictorSettings(true, Optional.empty(), Optional.empty(), Optional.of(plan)));
    }

    @Test
    void whatTheMakersSayOfANodesDevicesReachesItsProbability(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("devices.ini"), """
                format = 1
                [worn]
                component = disk
                annualised-failure-rate = 99%
                weibull-shape = 1
                weibull-scale-hours = 0.01
                [node node-1]
                disk = worn since 2020-01-01
                """);
        for (boolean learned : List.of(true, false)) {
            PredictorSettings settings = new PredictorSettings(
                    learned, Optional.empty(), Optional.of(ManufacturerData.load(file)), Optional.empty());
            Predictors predictors = Predictors.of(settings);
            assertThat(predictors.told()).contains("tolerances of 1 device models, failure rates of nodes");
            assertThat(disk(predictors.predictor(), "node-1")).isGreaterThan(0.1);
            assertThat(disk(Predictors.of(settings).predictor(), "node-2")).isZero();
        }
    }

    private static double disk(FailurePredictor predictor, String node) {
        Instant at = Instant.parse("2026-11-24T13:00:00Z");
        for (int tick = 0; tick < 50; tick++) {
            at = at.plusMillis(100);
            predictor.observe(new TelemetryFrame(node, at, Map.of(Metric.DISK_LATENCY, 0.002)));
            predictor.predict(at);
        }
        return predictor.predict(at).stream()
                .filter(prediction -> prediction.component() == Component.DISK)
                .mapToDouble(Prediction::probability)
                .sum();
    }
}
