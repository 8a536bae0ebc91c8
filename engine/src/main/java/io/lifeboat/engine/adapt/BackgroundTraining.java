package io.lifeboat.engine.adapt;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where a live engine trains: one daemon thread of low priority, which is there only while there is something to train. */
public final class BackgroundTraining {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private BackgroundTraining() {}

    /** An executor for one engine, which needs no closing. Thread-safe. */
    public static Executor thread() {
        return thread(IDLE);
    }

    /** One whose thread goes after so long without work; positive. */
    static Executor thread(Duration idle) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, idle.toNanos(), TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>(), BackgroundTraining::daemon);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "lifeboat-retraining");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
