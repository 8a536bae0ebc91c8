package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;

import io.lifeboat.engine.Engine;
import io.lifeboat.engine.EngineConfig;
import io.lifeboat.engine.EngineEvent;
import io.lifeboat.engine.adapt.AdaptSettings;
import io.lifeboat.engine.adapt.DriftSettings;
import io.lifeboat.engine.adapt.TrialSettings;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.cluster.Criticality;
import io.lifeboat.engine.cluster.Resources;
import io.lifeboat.engine.cluster.Workload;
import io.lifeboat.engine.prediction.PriorHazards;
import io.lifeboat.engine.prediction.TrendSettings;
import io.lifeboat.engine.simulation.Impairment;
import io.lifeboat.engine.simulation.SimulatedCluster;
import io.lifeboat.engine.simulation.SimulatedClusterBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole engine in virtual time, with a disk that gets slow and dies every 20 seconds, somewhere. */
class AdaptiveEngineTests {

    private static final int NODES = 8;

    private static final AdaptSettings SETTINGS = new AdaptSettings(
            Fleet.HORIZON,
            120,
            100,
            Fleet.HORIZON,
            100,
            5_000,
            DriftSettings.defaults(),
            new TrialSettings(60, 10, 2_000));

    private static LearnedModels models;

    @TempDir
    Path folder;

    @BeforeAll
    static void train() {
        models = Fleet.train(60);
    }

    private record Run(AdaptivePredictor predictor, List<EngineEvent> events) {
        List<EngineEvent> adapted() {
            return events.stream()
                    .filter(EngineEvent.ModelAdapted.class::isInstance)
                    .toList();
        }
    }

    private Run run(String name, EngineConfig.Mode mode, int rounds) {
        return run(
                mode,
                rounds,
                new AdaptivePredictor(models, TrendSettings.defaults(), folder.resolve(name), SETTINGS, Runnable::run));
    }

    private AdaptivePredictor training(String name) {
        AdaptSettings sensitive = new AdaptSettings(
                Fleet.HORIZON,
                1_000_000,
                50,
                Fleet.HORIZON,
                100,
                5_000,
                new DriftSettings(100, 50, 0.05, 12, 0.002, 0.2, 5),
                new TrialSettings(60, 10, 2_000, 0.15, 0.5));
        ModelRetraining training = new ModelRetraining(until -> Fleet.runs(45), TrainingSettings.of(Fleet.HORIZON, 7));
        return new AdaptivePredictor(
                models,
                TrendSettings.defaults(),
                PriorHazards.NONE,
                folder.resolve(name),
                sensitive,
                training,
                Runnable::run);
    }

    private static Run run(EngineConfig.Mode mode, int rounds, AdaptivePredictor predictor) {
        SimulatedCluster cluster = cluster();
        List<EngineEvent> events = new ArrayList<>();
        Engine engine = Engine.builder()
                .operator(cluster)
                .telemetry(cluster)
                .predictor(predictor)
                .config(EngineConfig.builder()
                        .mode(mode)
                        .horizon(models.horizon())
                        .build())
                .listener(event -> {
                    if (!(event instanceof EngineEvent.Predicted)) {
                        events.add(event);
                    }
                })
                .build();
        for (int round = 0; round < rounds; round++) {
            String node = "node-" + (1 + round * 5 % NODES);
            for (int second = 1; second <= 20; second++) {
                cluster.degrade(node, Impairment.DISK_LATENCY, second <= 12 ? second / 20.0 : 0);
                if (second == 12) {
                    cluster.crash(node);
                } else if (second == 18) {
                    cluster.recover(node);
                }
                cluster.advance(Duration.ofSeconds(1), now -> {
                    if (now.getNano() == 0) {
                        engine.tick(now);
                    }
                });
            }
        }
        return new Run(predictor, events);
    }

    private static SimulatedCluster cluster() {
        SimulatedClusterBuilder builder = SimulatedCluster.builder().seed(3).nodes(NODES);
        for (int i = 1; i <= NODES; i++) {
            builder.workload(new Workload(
                    "service-" + i,
                    "service-" + i,
                    Criticality.HIGH,
                    0,
                    Duration.ofSeconds(30),
                    new Resources(0.2, 128L << 20),
                    "node-" + i,
                    0));
        }
        return builder.build();
    }

    @Test
    void learnsFromWhatBecomesOfItsPredictionsWhileItRuns() {
        Run run = run("observing", EngineConfig.Mode.OBSERVING, 46);

        assertThat(run.predictor().labels(Component.DISK).failed()).isGreaterThan(30);
        assertThat(run.predictor().labels(Component.CPU).failed()).isLessThan(10);
        assertThat(run.adapted())
                // Whichever it is: the trial was decided by what had become of the predictions.
                .anySatisfy(event -> assertThat(event.toString())
                        .contains("DISK", "outcomes with")
                        .containsAnyOf("took over", "was rejected"));
        assertThat(run.events())
                .startsWith(
                        run("again", EngineConfig.Mode.OBSERVING, 44).events().toArray(EngineEvent[]::new));
    }

    @Test
    void whatTheEngineMovedInTimeIsNeitherFailureNorSuccess() {
        Run acting = run("acting", EngineConfig.Mode.ACTING, 10);
        Run observing = run("watching", EngineConfig.Mode.OBSERVING, 10);

        assertThat(acting.events()).anyMatch(EngineEvent.MigrationStarted.class::isInstance);
        assertThat(acting.predictor().labels(Component.DISK).failed())
                .isLessThan(observing.predictor().labels(Component.DISK).failed());
        assertThat(acting.predictor().labels(Component.DISK).censored())
                .isGreaterThan(observing.predictor().labels(Component.DISK).censored());
    }

    @Test
    void afterADriftTheModelsAreTrainedAnewFromTheHistoryAndTriedInTheShadow() {
        AdaptivePredictor predictor = training("trained");
        Run run = run(EngineConfig.Mode.OBSERVING, 40, predictor);

        assertThat(run.adapted())
                .extracting(EngineEvent::toString)
                .anySatisfy(event -> assertThat(event).contains("DISK", "its models are trained anew"))
                .anySatisfy(event ->
                        assertThat(event).contains("DISK", "Models trained from the history: Version 1 runs in"))
                .anySatisfy(event -> assertThat(event)
                        .contains("DISK", "Models trained from the history: Version 1")
                        .containsAnyOf("took over", "was rejected"));
        AdaptivePredictor again = training("trained");
        assertThat(again.modelVersion(Component.DISK)).isEqualTo(predictor.modelVersion(Component.DISK));
    }
}
