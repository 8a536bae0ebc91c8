package io.lifeboat.engine.model.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs numbered, independent jobs on some threads, or in place if there is only one. */
final class Workers implements AutoCloseable {

    private final int threads;
    private final ExecutorService executor;

    Workers(int threads) {
        this.threads = threads;
        AtomicInteger number = new AtomicInteger();
        this.executor = Executors.newFixedThreadPool(threads, job -> {
            Thread thread = new Thread(job, "lifeboat-train-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs jobs {@code 0..count-1} and waits for all; what a job writes is visible afterwards. */
    void run(int count, IntConsumer job) {
        if (threads == 1) {
            for (int i = 0; i < count; i++) {
                job.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> loops = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            loops.add(() -> {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    job.accept(i);
                }
                return null;
            });
        }
        await(loops);
    }

    private void await(List<Callable<Void>> loops) {
        try {
            for (Future<Void> done : executor.invokeAll(loops)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Training was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Training failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
