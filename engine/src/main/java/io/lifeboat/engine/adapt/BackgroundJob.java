package io.lifeboat.engine.adapt;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Work on an executor, one piece at a time; what comes of it is collected by the thread that began it. Not thread-safe. */
public final class BackgroundJob<T> {

    private final Executor executor;
    private @Nullable CompletableFuture<T> running;

    /** Nothing came of it; the message says why. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        public Failed(String message) {
            super(message);
        }

        Failed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** @param executor a background thread, or {@code Runnable::run} */
    public BackgroundJob(Executor executor) {
        this.executor = executor;
    }

    /** Whether there is something to wait for or to collect. */
    public boolean isRunning() {
        return running != null;
    }

    /**
     * Begins; must not be {@linkplain #isRunning running}.
     *
     * @throws Failed if the executor takes no more work
     */
    public void start(Callable<T> work) throws Failed {
        try {
            running = CompletableFuture.supplyAsync(() -> call(work), executor);
        } catch (RejectedExecutionException e) {
            throw new Failed("The executor takes no more work: " + e, e);
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    /**
     * What came of it; empty while it runs and when nothing does.
     *
     * @throws Failed if it threw something; the message is that one's
     */
    public Optional<T> collect() throws Failed {
        if (running == null || !running.isDone()) {
            return Optional.empty();
        }
        CompletableFuture<T> done = running;
        running = null;
        try {
            return Optional.of(done.join());
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String message = cause.getMessage();
            throw new Failed(message == null ? cause.toString() : message, cause);
        }
    }
}
