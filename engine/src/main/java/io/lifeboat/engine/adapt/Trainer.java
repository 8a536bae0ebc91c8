package io.lifeboat.engine.adapt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Has a model trained from the labels, one at a time, on the executor. */
final class Trainer<M> {

    private final Retraining<M> retraining;
    private final Executor executor;
    private final LabelMemory labels;
    private @Nullable CompletableFuture<Retrained<M>> running;

    /** Training failed; the message says why. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    Trainer(Retraining<M> retraining, Executor executor, LabelMemory labels) {
        this.retraining = retraining;
        this.executor = executor;
        this.labels = labels;
    }

    boolean isBusy() {
        return running != null;
    }

    void start(Instant until) throws Failed {
        List<Label<float[]>> known = labels.known();
        try {
            running = CompletableFuture.supplyAsync(() -> train(known, until), executor);
        } catch (RejectedExecutionException e) {
            throw new Failed("The executor takes no more work: " + e, e);
        }
    }

    private Retrained<M> train(List<Label<float[]>> known, Instant until) {
        try {
            return retraining.train(known, until);
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /** What came of it; empty while it runs and when nothing does. */
    Optional<Retrained<M>> collect() throws Failed {
        if (running == null || !running.isDone()) {
            return Optional.empty();
        }
        CompletableFuture<Retrained<M>> done = running;
        running = null;
        try {
            return Optional.of(done.join());
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = cause.getMessage();
            throw new Failed("Training failed: " + (message == null ? cause : message), cause);
        }
    }
}
