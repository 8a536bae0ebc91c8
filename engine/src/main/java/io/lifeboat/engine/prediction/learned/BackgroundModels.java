package io.lifeboat.engine.prediction.learned;

import io.lifeboat.engine.prediction.TrendSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Trains the models of all components from the history, one training at a time, on the executor; what comes of it is collected by the caller. Not
 * thread-safe.
 */
final class BackgroundModels {

    private final ModelRetraining retraining;
    private final TrendSettings rules;
    private final Executor executor;
    private final Duration atMostEvery;
    private @Nullable List<String> learned;
    private @Nullable Instant last;
    private @Nullable CompletableFuture<Trained> running;

    private record Trained(LearnedModels models, List<String> runs) {}

    /** Nothing came of it; the message says why. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /** @param atMostEvery two trainings start at least this long apart */
    BackgroundModels(ModelRetraining retraining, TrendSettings rules, Executor executor, Duration atMostEvery) {
        this.retraining = retraining;
        this.rules = rules;
        this.executor = executor;
        this.atMostEvery = atMostEvery;
    }

    /** Whether a training may begin now. */
    boolean isFree(Instant now) {
        return running == null && (last == null || !now.isBefore(last.plus(atMostEvery)));
    }

    /** Begins, if it {@linkplain #isFree may}. */
    void start(Instant now) throws Failed {
        if (!isFree(now)) {
            return;
        }
        last = now;
        @Nullable List<String> known = learned;
        try {
            running = CompletableFuture.supplyAsync(() -> train(known, now), executor);
        } catch (RejectedExecutionException e) {
            throw new Failed("The executor takes no more work: " + e);
        }
    }

    private Trained train(@Nullable List<String> known, Instant until) {
        try {
            List<LabelledRun> runs = retraining.source().runs(until);
            List<String> ids = runs.stream()
                    .map(run -> run.id() + " " + run.frames().get(0).at())
                    .toList();
            if (ids.equals(known)) {
                throw new Failed("The history has no run that was not learned from.");
            }
            LearnedModels models = new ModelTraining(retraining.training(), rules, line -> {}).train(runs);
            return new Trained(models, ids);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** What came of it; empty while it runs and when nothing does. */
    Optional<LearnedModels> collect() throws Failed {
        if (running == null || !running.isDone()) {
            return Optional.empty();
        }
        CompletableFuture<Trained> done = running;
        running = null;
        try {
            Trained trained = done.join();
            learned = trained.runs();
            return Optional.of(trained.models());
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = cause.getMessage();
            throw new Failed(message == null ? cause.toString() : message);
        }
    }
}
