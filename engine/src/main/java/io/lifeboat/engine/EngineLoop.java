package io.lifeboat.engine;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Drives an engine in real time from one daemon thread, {@code lifeboat-engine}. A tick that fails is reported and the
 * next one is tried; a tick that takes longer than the interval delays the next one, ticks never overlap.
 */
public final class EngineLoop implements AutoCloseable {

    /** The usual time between two ticks. */
    public static final Duration INTERVAL = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Engine engine;
    private final InstantSource clock;
    private final Consumer<? super Throwable> onFailure;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final ScheduledExecutorService executor;

    private EngineLoop(Engine engine, InstantSource clock, Consumer<? super Throwable> onFailure) {
        this.engine = engine;
        this.clock = clock;
        this.onFailure = onFailure;
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lifeboat-engine");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to drive the engine.
     *
     * @param clock the engine's time
     * @param interval from the end of one tick to the start of the next; positive
     * @param onFailure hears of each tick that threw; called by the loop's thread
     */
    public static EngineLoop start(
            Engine engine, InstantSource clock, Duration interval, Consumer<? super Throwable> onFailure) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("interval (%s) must be positive.".formatted(interval));
        }
        EngineLoop loop = new EngineLoop(engine, clock, onFailure);
        loop.executor.scheduleWithFixedDelay(loop::tick, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        return loop;
    }

    private void tick() {
        try {
            engine.tick(clock.instant());
        } catch (Throwable failure) {
            report(failure);
        }
    }

    private void report(Throwable failure) {
        try {
            onFailure.accept(failure);
        } catch (RuntimeException alsoFailed) {
            // A listener that throws must not end the loop: the scheduler would drop the task without a word.
            Thread.currentThread().getThreadGroup().uncaughtException(Thread.currentThread(), alsoFailed);
        }
    }

    /** Stops the loop and waits, for 5 s at most, for a running tick to end. Does nothing if it is stopped already. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
