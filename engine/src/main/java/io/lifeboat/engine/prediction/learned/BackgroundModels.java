package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.adapt.BackgroundJob;
import io.lifeboat.engine.prediction.TrendSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Trains the models of all components from the history, one training at a time, on the executor; what comes of it is collected by the caller. Not
 * thread-safe.
 */
final class BackgroundModels {

    private final ModelRetraining retraining;
    private final TrendSettings rules;
    private final BackgroundJob<Trained> job;
    private final Duration atMostEvery;
    private @Nullable List<String> learned;
    private @Nullable Instant last;

    private record Trained(LearnedModels models, List<String> runs) {}

    /** @param atMostEvery two trainings start at least this long apart */
    BackgroundModels(ModelRetraining retraining, TrendSettings rules, Executor executor, Duration atMostEvery) {
        this.retraining = retraining;
        this.rules = rules;
        this.job = new BackgroundJob<>(executor);
        this.atMostEvery = atMostEvery;
    }

    /** Whether a training may begin now. */
    boolean isFree(Instant now) {
        return !job.isRunning() && (last == null || !now.isBefore(last.plus(atMostEvery)));
    }

    /** Begins, if it {@linkplain #isFree may}. */
    void start(Instant now) throws BackgroundJob.Failed {
        if (!isFree(now)) {
            return;
        }
        last = now;
        @Nullable List<String> known = learned;
        job.start(() -> train(known, now));
    }

    private Trained train(@Nullable List<String> known, Instant until) throws Exception {
        List<LabelledRun> runs = retraining.source().runs(until);
        List<String> ids = runs.stream()
                .map(run -> run.id() + " " + run.frames().get(0).at())
                .toList();
        if (ids.equals(known)) {
            throw new BackgroundJob.Failed("The history has no run that was not learned from.");
        }
        LearnedModels models = new ModelTraining(retraining.training(), rules, line -> {}).train(runs);
        return new Trained(models, ids);
    }

    /** What came of it; empty while it runs and when nothing does. */
    Optional<LearnedModels> collect() throws BackgroundJob.Failed {
        Optional<Trained> trained = job.collect();
        trained.ifPresent(done -> learned = done.runs());
        return trained.map(Trained::models);
    }
}
