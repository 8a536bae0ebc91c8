package io.lifeboat.junit.load;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads that grow on demand, with an ordered and bounded queue once all of them are busy. */
final class WorkerPool {

    private final int most;
    private final AtomicInteger pending = new AtomicInteger();
    private final ThreadPoolExecutor executor;

    WorkerPool(String name, int maxWorkers, int queueCapacity) {
        this.most = maxWorkers + queueCapacity;
        AtomicInteger number = new AtomicInteger();
        this.executor = new ThreadPoolExecutor(0, maxWorkers, 5, TimeUnit.SECONDS, new HandOver(), task -> {
            Thread thread = new Thread(task, "lifeboat-load-" + name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor.setRejectedExecutionHandler((task, pool) -> {
            if (!pool.isShutdown()) {
                ((HandOver) pool.getQueue()).put(task);
            }
        });
    }

    /** Runs the task as soon as a thread is free; says whether there was room for it. */
    boolean submit(Runnable task) {
        if (pending.incrementAndGet() > most) {
            pending.decrementAndGet();
            return false;
        }
        executor.execute(() -> {
            try {
                task.run();
            } finally {
                pending.decrementAndGet();
            }
        });
        return true;
    }

    void shutdown() {
        executor.shutdownNow();
    }

    /** Refuses what no idle thread waits for, so that the pool grows before anything is queued. */
    private static final class HandOver extends LinkedTransferQueue<Runnable> {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }
    }
}
