package io.lifeboat.engine.prediction.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.engine.adapt.BackgroundJob;
import io.lifeboat.engine.cluster.Component;
import io.lifeboat.engine.prediction.TrendSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BackgroundModelsTests {

    private static final Instant START = Fleet.START;

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<LabelledRun> history = List.of();

    private BackgroundModels models(RunSource source, Executor executor) {
        return new BackgroundModels(
                new ModelRetraining(source, TrainingSettings.of(Fleet.HORIZON, 7)),
                TrendSettings.defaults(),
                executor,
                Duration.ofMinutes(5));
    }

    private void runAll() {
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    @Test
    void oneTrainingAtATimeAndItsResultComesOnlyWhenItIsAskedFor() throws Exception {
        List<Instant> asked = new ArrayList<>();
        BackgroundModels models = models(
                until -> {
                    asked.add(until);
                    return Fleet.runs(45);
                },
                waiting::add);
        models.start(START);
        models.start(START.plusSeconds(600));
        assertThat(waiting).hasSize(1);
        assertThat(asked).isEmpty();
        assertThat(models.isFree(START.plusSeconds(600))).isFalse();
        assertThat(models.collect()).isEmpty();

        runAll();
        assertThat(asked).containsExactly(START);
        assertThat(models.collect())
                .hasValueSatisfying(
                        trained -> assertThat(trained.components()).contains(Component.DISK, Component.CPU));
        assertThat(models.collect()).isEmpty();
        assertThat(models.isFree(START.plusSeconds(299))).isFalse();

        models.start(START.plusSeconds(300));
        runAll();
        assertThatThrownBy(models::collect).hasMessageContaining("no run that was not learned from");
    }

    @Test
    void whateverGoesWrongInTheBackgroundIsToldAndItCanBeginAgain() throws Exception {
        for (RunSource source : List.<RunSource>of(
                until -> history,
                until -> {
                    throw new IOException("0 runs can be read");
                },
                until -> {
                    throw new OutOfMemoryError("for 0 runs");
                })) {
            BackgroundModels models = models(source, waiting::add);
            models.start(START);
            runAll();
            assertThatThrownBy(models::collect)
                    .isInstanceOf(BackgroundJob.Failed.class)
                    .hasMessageContaining("0 runs");
            assertThat(models.isFree(START.plusSeconds(300))).isTrue();
        }
    }

    @Test
    void anExecutorThatTakesNothingIsTold() {
        BackgroundModels models = models(until -> history, task -> {
            throw new RejectedExecutionException("shut down");
        });
        assertThatThrownBy(() -> models.start(START)).hasMessageContaining("shut down");
    }
}
